using Twin.Cli.Input;
using Twin.Cli.Output.Plots;
using Twin.Core.Rules;
using Twin.Core.Scenarios;

namespace Twin.Cli.Output.Reports;

/// <summary>Everything a report says, before it is put into words: pages and lists are made from this and from nothing else.</summary>
/// <param name="Subjects">A run and a calendar year each, in the order asked for; at least one.</param>
/// <param name="Group">Figures of all subjects together; null where there is one only.</param>
/// <param name="EngineVersion">Engine that made the report.</param>
internal sealed record ReportModel(IReadOnlyList<ReportSubject> Subjects, GroupAverages? Group, string EngineVersion);

/// <summary>A run in a calendar year.</summary>
/// <param name="Run">The run, with its period cut to the year.</param>
/// <param name="RunId">Id of the run.</param>
/// <param name="RunEngineVersion">Engine that computed the run.</param>
/// <param name="Year">Facts and figures.</param>
/// <param name="Verdicts">What each rule says of each year from 2026 to 2031.</param>
/// <param name="Lists">The lists of the authorities, filled in; the draft of 2026 among them.</param>
/// <param name="Tenants">A statement for each tenant, and one for what no tenant has; empty without tenants.</param>
/// <param name="Ghg">The greenhouse gas inventory.</param>
/// <param name="Assumptions">Values nobody has measured, with their ranges.</param>
/// <param name="Entries">Entries of the catalogue in use: what, source, confidence.</param>
/// <param name="Violations">Episodes in which a limit bound within the year, in the order of their begin.</param>
/// <param name="Evidence">Files the report rests on.</param>
internal sealed record ReportSubject(
    RunSeries Run,
    string RunId,
    string RunEngineVersion,
    CentreYear Year,
    IReadOnlyList<Verdict> Verdicts,
    IReadOnlyList<FieldList> Lists,
    IReadOnlyList<TenantStatement> Tenants,
    IReadOnlyList<GhgLine> Ghg,
    IReadOnlyList<Assumption> Assumptions,
    IReadOnlyList<CatalogueUse> Entries,
    IReadOnlyList<ViolationRow> Violations,
    Evidence Evidence);

/// <summary>An episode of violations.csv.</summary>
/// <param name="Limit">Name of the limit.</param>
/// <param name="StartUnixS">Begin.</param>
/// <param name="EndUnixS">End.</param>
/// <param name="BoundH">Hours in which it bound.</param>
/// <param name="Worst">Worst value, in the unit.</param>
/// <param name="Threshold">The limit.</param>
/// <param name="Unit">Unit of both.</param>
internal sealed record ViolationRow(
    string Limit, long StartUnixS, long EndUnixS, double BoundH, double Worst, double Threshold, string Unit);

/// <summary>Files a report rests on, with their fingerprints.</summary>
/// <param name="Folder">The run folder as the user named it.</param>
/// <param name="Inputs">Data the run was made from.</param>
/// <param name="Results">Files of the run.</param>
internal sealed record Evidence(string Folder, IReadOnlyList<ResultFile> Inputs, IReadOnlyList<ResultFile> Results);
