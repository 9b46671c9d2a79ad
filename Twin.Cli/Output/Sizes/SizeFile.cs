using System.Text.Json;
using Twin.Cli.Input.Sizes;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Sizes;

/// <summary>size.json: the answer for programs; the same bytes for the same question.</summary>
internal static class SizeFile
{
    /// <summary>Writes the file.</summary>
    public static void Write(string path, SizeAnswer answer) => JsonFile.Write(path, json =>
    {
        SizeQuestion question = answer.Question;
        json.WriteNumber("schema", ManifestFile.Schema);
        json.WriteString("name", question.Name);
        json.WriteString("label", question.Label);
        json.WriteString("engine", EngineVersion.Text);
        json.WriteTexts("words", new SizeWords(answer).Sentences().Select(sentence => sentence.Trim()));
        WriteQuestion(json, answer);
        WriteSearch(json, question, answer.Firm);
        WriteSearch(json, question, answer.Next);
        WriteSearch(json, question, answer.Interruptible);
        json.WriteFiles("files", [.. question.Files.Select(file => new ResultFile(file.Shown, file.Bytes, file.Sha256))]);
    });

    private static void WriteQuestion(Utf8JsonWriter json, SizeAnswer answer)
    {
        SizeQuestion question = answer.Question;
        var scenario = question.Design.Scenario!;
        json.WriteStartObject("question");
        json.WriteString("base", scenario.Name);
        json.WriteString("start_utc", UtcText.Of(scenario.Clock.StartUnixS));
        json.WriteString("end_utc", UtcText.Of(scenario.Clock.EndUnixS));
        json.WriteNumber("step_s", scenario.Clock.StepS);
        json.WriteNumber("lost_gpu_hours_fraction", question.LostFraction);
        json.WriteNumber("least_multiple", question.LeastMultiple);
        json.WriteNumber("most_multiple", question.MostMultiple);
        WriteFutures(json, question.Futures);
        json.WriteTexts("scales", question.Scales.Select(scale => scale.Path));
        json.WriteStartArray("halls");
        foreach (SizeHall hall in question.Halls)
        {
            json.WriteStartObject();
            json.WriteString("name", hall.Name);
            json.WriteString("class", hall.IsInterruptible ? "interruptible" : "firm");
            json.WriteString("server", hall.Server);
            json.WriteNumber("share", hall.ShareFraction);
            json.WriteNumber("base_racks", hall.BaseRacks);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("cases");
        foreach (SizeCase one in answer.Cases)
        {
            json.WriteStartObject();
            json.WriteString("name", one.Name);
            json.WriteString("when", one.Label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFutures(Utf8JsonWriter json, SizeFutures? futures)
    {
        if (futures is null)
        {
            return;
        }

        json.WriteStartObject("futures");
        json.WriteNumber("count", futures.Count);
        json.WriteNumber("needed", futures.Needed);
        json.WriteNumber("share", futures.ShareFraction);
        json.WriteNumber("seed", futures.Seed);
        json.WriteTexts("uncertain", futures.Inputs.Select(input => input.Name));
        json.WriteEndObject();
    }

    private static void WriteSearch(Utf8JsonWriter json, SizeQuestion question, SizeSearch? search)
    {
        if (search is null)
        {
            return;
        }

        json.WriteStartObject(search.Search);
        json.WriteString("end", search.Answer.End switch
        {
            CapacityEnd.Found => "found",
            CapacityEnd.NothingHolds => "nothing_holds",
            _ => "everything_holds",
        });
        json.WriteBoolean("is_monotone", search.Answer.IsMonotone);
        json.WriteStartArray("failing_below");
        foreach (int racks in search.Answer.Gaps)
        {
            json.WriteNumberValue(racks);
        }

        json.WriteEndArray();
        json.WriteNumber("runs", search.Probes.Count);
        WriteSize(json, question, "capacity", search.Largest, search.AtLargest, search.Largest is null ? null : search.Planned);
        WriteSize(json, question, "beyond", search.Failing, search.AtFailing, search.Failing is null ? null : search.AtFailing[0]);
        WriteBinding(json, question, search);
        json.WriteEndObject();
    }

    private static void WriteSize(
        Utf8JsonWriter json,
        SizeQuestion question,
        string name,
        IReadOnlyList<int>? racks,
        IReadOnlyList<SizeProbe> probes,
        SizeProbe? planned)
    {
        if (racks is null || planned is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("peak_firm_it_w", planned.PeakFirmItW);
        json.WriteNumber("peak_it_w", planned.PeakItW);
        json.WriteNumber("multiple_of_base", question.MultipleOf(racks));
        json.WriteNumber("firm_gpus", Gpus(question, racks, isInterruptible: false));
        json.WriteNumber("interruptible_gpus", Gpus(question, racks, isInterruptible: true));
        json.WriteStartArray("halls");
        foreach ((SizeHall hall, int count) in question.Halls.Zip(racks))
        {
            json.WriteStartObject();
            json.WriteString("name", hall.Name);
            json.WriteNumber("racks", count);
            json.WriteNumber("servers", count * hall.ServersPerRack);
            json.WriteNumber("gpus", count * hall.GpusPerRack);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (question.Futures is not null)
        {
            json.WriteNumber("futures_holding", SizeSearch.Holding(probes));
        }

        json.WriteStartObject("cases");
        foreach (IGrouping<string, SizeProbe> futures in probes.GroupBy(probe => probe.Case.Name))
        {
            SizeProbe probe = SizeSearch.WorstFirst(futures).First();
            json.WriteStartObject(probe.Case.Name);
            json.WriteBoolean("holds", futures.All(one => one.Holds));
            if (question.Futures is not null)
            {
                json.WriteNumber("futures_holding", futures.Count(one => one.Holds));
            }

            json.WriteNumberOrNull("firm_lost_fraction", probe.FirmLostFraction);
            json.WriteNumberOrNull("interruptible_lost_fraction", probe.OtherLostFraction);
            json.WriteBoolean("to_its_end", probe.IsWhole);
            json.WriteTexts("limits", probe.Limits.Select(limit => limit.Name));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteBinding(Utf8JsonWriter json, SizeQuestion question, SizeSearch search)
    {
        if (search is not { Binding: { } limit, Worst: { } worst })
        {
            json.WriteNull("ends_at");
            return;
        }

        json.WriteStartObject("ends_at");
        json.WriteString("limit", limit.Name);
        json.WriteString("case", worst.Case.Name);
        if (question.Futures is not null)
        {
            json.WriteNumber("future", worst.Future + 1);
        }

        json.WriteString("worst_utc", UtcText.Of(limit.WorstUnixS));
        json.WriteNumber("lost_gpu_h", limit.LostGpuHours);
        json.WriteNumber("over_rating_fraction", limit.OverFraction);
        json.WriteTexts("beside", limit.Beside);
        json.WriteEndObject();
    }

    private static int Gpus(SizeQuestion question, IReadOnlyList<int> racks, bool isInterruptible) =>
        question.Halls.Zip(racks).Where(hall => hall.First.IsInterruptible == isInterruptible)
            .Sum(hall => hall.Second * hall.First.GpusPerRack);
}
