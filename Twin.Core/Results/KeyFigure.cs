namespace Twin.Core.Results;

/// <summary>One number of the run's summary with everything needed to defend it.</summary>
/// <param name="Name">Identifier, e.g. pue.</param>
/// <param name="Value">The number; null where it is not defined (no heat pump, no renewable supply), never a stand-in.</param>
/// <param name="Unit">Unit of the number; "1" for a ratio.</param>
/// <param name="Definition">Formula in words and the standard it follows.</param>
/// <param name="Boundary">What is inside.</param>
/// <param name="Quality">"modelled", or "modelled on assumed input" and the like.</param>
public sealed record KeyFigure(string Name, double? Value, string Unit, string Definition, string Boundary, string Quality);
