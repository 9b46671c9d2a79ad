namespace Twin.Tests.Input;

/// <summary>How long a hostile input may take before it counts as a hang.</summary>
internal static class Patience
{
    /// <summary>Each answer comes in milliseconds; the parser's quadratic trap takes close to a minute without our caps.</summary>
    public const int HangMs = 30_000;
}
