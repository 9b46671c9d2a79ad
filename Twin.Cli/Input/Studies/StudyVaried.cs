namespace Twin.Cli.Input.Studies;

/// <summary>The base of a study with what it sets in every run: what inputs are tried on before anything runs.</summary>
/// <param name="scenario">The base scenario.</param>
/// <param name="alsoSet">Values laid over it in every run.</param>
internal sealed class StudyVaried(BaseScenario scenario, IReadOnlyList<Entry> alsoSet)
{
    private readonly HashSet<Fault> told = [];
    private ReadResult? resolved;

    /// <summary>The base as every run finds it.</summary>
    public ReadResult Resolved => resolved ??= scenario.Vary(alsoSet);

    /// <summary>Whether the base itself is right, so that what goes wrong on top of it is the doing of what lies on top.</summary>
    public bool IsSound => Resolved.Scenario is not null;

    /// <summary>The text that the resolved base has under a path; null where there is no single value.</summary>
    /// <param name="path">Dotted path.</param>
    public Scalar? ValueAt(string path)
    {
        string[] parts = path.Split('.');
        return Resolved.Tree is { } tree && TreePath.Follow(tree, parts, out int depth) is Scalar { IsNull: false } value
            && depth == parts.Length ? value : null;
    }

    /// <summary>
    /// Lays values over the base and tells what is wrong with that; faults of a base that is wrong itself are not repeated.
    /// </summary>
    /// <param name="values">The values.</param>
    /// <param name="place">Where the study asks for them.</param>
    /// <param name="what">What they are, for faults that stand elsewhere.</param>
    /// <param name="faults">Receives the faults.</param>
    public void Try(IReadOnlyList<Entry> values, Place place, string what, FaultList faults)
    {
        if (!IsSound || faults.IsFull)
        {
            return;
        }

        foreach (Fault fault in scenario.Vary([.. alsoSet, .. values]).Faults)
        {
            // A fault of the plant as a whole stands where the base says the other value; the one to mend stands in the study.
            bool isThere = values.Any(value => value.Source.Name == fault.Place.File);
            Fault here = isThere ? fault : fault with { Place = place, Found = $"with {what}: {fault.Found}" };
            if (told.Add(here))
            {
                faults.Add(here);
            }
        }
    }
}
