using Twin.Cli.Input.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>Which figure says most about a study.</summary>
internal static class StudyFigures
{
    /// <summary>The figure of the first screen and of study.png; null where nothing can be drawn.</summary>
    public static StudyFigure? Leading(StudyReading reading)
    {
        IEnumerable<StudyFigure> inOrder = reading.Study.Method.Kind switch
        {
            MethodKind.LimitSteps => LimitPart.Figures(reading),
            MethodKind.OneAtATime or MethodKind.Morris or MethodKind.Sobol => SensitivityPart.Figures(reading),
            MethodKind.Grid =>
                [.. FeasibilityPart.Figures(reading), .. ParetoPart.Figures(reading), .. SensitivityPart.Figures(reading)],
            MethodKind.List => [.. ParetoPart.Figures(reading), .. ScatterPart.Figures(reading)],
            _ => ExceedancePart.Figures(reading),
        };
        return inOrder.Concat(ScatterPart.Figures(reading)).FirstOrDefault();
    }
}
