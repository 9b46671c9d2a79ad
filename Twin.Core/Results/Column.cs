namespace Twin.Core.Results;

/// <summary>How the steps of a recorded interval become one number.</summary>
public enum Statistic
{
    /// <summary>Mean over the interval: times its length it is the sum, so energies can be recomputed from the file.</summary>
    Mean,

    /// <summary>Largest step mean inside the interval.</summary>
    Max,

    /// <summary>State at the begin of the interval.</summary>
    Start,
}

/// <summary>A recorded quantity, declared once: CSV header, plot axis and manual page are made from it.</summary>
/// <param name="Name">component.quantity_unit in lower case, e.g. river.heat_w.</param>
/// <param name="Unit">Unit as written for people, e.g. W or degC.</param>
/// <param name="Statistic">What the interval's number is.</param>
/// <param name="Meaning">One sentence for the manual.</param>
public sealed record Column(string Name, string Unit, Statistic Statistic, string Meaning);
