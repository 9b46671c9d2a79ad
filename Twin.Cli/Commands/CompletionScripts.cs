namespace Twin.Cli.Commands;

/// <summary>Scripts that let a shell ask the program how a line may go on.</summary>
/// <remarks>All of them call <c>twin "[suggest:N]" "LINE"</c>, which writes one word a line that could stand at character N.</remarks>
internal static class CompletionScripts
{
    private const string Bash = """
        # Completion for bash. To use it now and always:  echo 'source <(twin completion bash)' >> ~/.bashrc
        _twin_complete() {
            local line="${COMP_LINE:0:COMP_POINT}" found
            found="$("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)"
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$found" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _twin_complete twin

        """;

    private const string Zsh = """
        #compdef twin
        # Completion for zsh, after compinit. To use it:  echo 'source <(twin completion zsh)' >> ~/.zshrc
        _twin_complete() {
            local line="${words[1,CURRENT]}"
            local -a found
            found=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
            if [[ -n "${found[1]}" ]]; then compadd -a found; fi
            _files
        }
        compdef _twin_complete twin

        """;

    private const string Fish = """
        # Completion for fish. To use it:  twin completion fish > ~/.config/fish/completions/twin.fish
        function __twin_complete
            set -l line (commandline -cp)
            twin "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c twin -a '(__twin_complete)'

        """;

    private const string Pwsh = """
        # Completion for PowerShell. To use it:  twin completion pwsh >> $PROFILE
        Register-ArgumentCompleter -Native -CommandName twin -ScriptBlock {
            param($word, $ast, $cursor)
            $position = $cursor - $ast.Extent.StartOffset
            $line = $ast.ToString().PadRight($position).Substring(0, $position)
            twin "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;

    private static readonly Dictionary<string, string> ByShell = new(StringComparer.Ordinal)
    {
        ["bash"] = Bash,
        ["zsh"] = Zsh,
        ["fish"] = Fish,
        ["pwsh"] = Pwsh,
    };

    /// <summary>Shells with a script.</summary>
    public static IReadOnlyCollection<string> Shells => ByShell.Keys;

    /// <summary>The script of a shell.</summary>
    public static string Of(string shell) => ByShell[shell].ReplaceLineEndings("\n");
}
