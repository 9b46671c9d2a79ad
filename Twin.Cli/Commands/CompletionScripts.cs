namespace Twin.Cli.Commands;

/// <summary>Scripts that let a shell ask the program how a line may go on.</summary>
/// <remarks>
/// All of them call <c>"[suggest:N]" "LINE"</c>, which writes one word a line that could stand at character N. They call the program that
/// printed them by its path and put its name before the line: what stands there may be an alias, which a script cannot call.
/// </remarks>
internal static class CompletionScripts
{
    private const string Program = "@program@";

    private const string Bash = """
        # Completion for bash. To use it now and always:  echo 'source <(twin completion bash)' >> ~/.bashrc
        # For an alias of another name:  complete -o default -F _twin_complete NAME
        _twin_complete() {
            local line="${COMP_LINE:0:COMP_POINT}" found
            line="twin${line#"${COMP_WORDS[0]}"}"
            found="$(@program@ "[suggest:${#line}]" "$line" 2>/dev/null)"
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$found" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _twin_complete twin

        """;

    private const string Zsh = """
        #compdef twin
        # Completion for zsh, after compinit. To use it:  echo 'source <(twin completion zsh)' >> ~/.zshrc
        # For an alias of another name, with setopt complete_aliases:  compdef _twin_complete NAME
        _twin_complete() {
            local line="${words[1,CURRENT]}"
            local -a found
            line="twin${line#"${words[1]}"}"
            found=("${(@f)$(@program@ "[suggest:${#line}]" "$line" 2>/dev/null)}")
            if [[ -n "${found[1]}" ]]; then compadd -a found; fi
            _files
        }
        compdef _twin_complete twin

        """;

    private const string Fish = """
        # Completion for fish. To use it:  twin completion fish > ~/.config/fish/completions/twin.fish
        # For an alias of another name:  complete -c NAME -a '(__twin_complete)'
        function __twin_complete
            set -l line (commandline -cp | string replace -r '^\s*\S+' twin)
            @program@ "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c twin -a '(__twin_complete)'

        """;

    private const string Pwsh = """
        # Completion for PowerShell. To use it:  twin completion pwsh >> $PROFILE
        # For an alias of another name, put it behind a comma after -CommandName twin.
        Register-ArgumentCompleter -Native -CommandName twin -ScriptBlock {
            param($word, $ast, $cursor)
            $position = $cursor - $ast.Extent.StartOffset
            $line = $ast.ToString().PadRight($position).Substring(0, $position) -replace '^\S+', 'twin'
            & @program@ "[suggest:$($line.Length)]" "$line" 2>$null | Where-Object { $_ -like "$word*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;

    private static readonly Dictionary<string, (string Script, Func<string, string> Quoted)> ByShell = new(StringComparer.Ordinal)
    {
        ["bash"] = (Bash, Posix),
        ["zsh"] = (Zsh, Posix),
        ["fish"] = (
            Fish,
            word => Between(word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal))),
        ["pwsh"] = (Pwsh, word => Between(word.Replace("'", "''", StringComparison.Ordinal))),
    };

    /// <summary>Shells with a script.</summary>
    public static IReadOnlyCollection<string> Shells => ByShell.Keys;

    /// <summary>The words with which this very program is started: its own file, or dotnet and its library.</summary>
    public static IReadOnlyList<string> ThisProgram
    {
        get
        {
            string process = Environment.ProcessPath ?? "twin";
            string library = typeof(CompletionScripts).Assembly.GetName().Name + ".dll";
            bool isHost = Path.GetFileNameWithoutExtension(process) == "dotnet";
            return isHost ? [process, Path.Combine(AppContext.BaseDirectory, library)] : [process];
        }
    }

    /// <summary>The script of a shell.</summary>
    /// <param name="shell">One of <see cref="Shells"/>.</param>
    /// <param name="program">Words that start the program.</param>
    public static string Of(string shell, IEnumerable<string> program)
    {
        (string script, Func<string, string> quoted) = ByShell[shell];
        return script.ReplaceLineEndings("\n").Replace(Program, string.Join(' ', program.Select(quoted)), StringComparison.Ordinal);
    }

    private static string Posix(string word) => Between(word.Replace("'", "'\\''", StringComparison.Ordinal));

    private static string Between(string escaped) => $"'{escaped}'";
}
