using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ScottPlot;
using SkiaSharp;

namespace Twin.Cli.Output.Plots;

/// <summary>The font of all plots, carried along: a machine without fonts would draw them without a single letter.</summary>
internal sealed class PlotFont : IFontResolver
{
    /// <summary>Name under which plots ask for it.</summary>
    public const string Name = "Inter of IndustrialTwin";

    private const string CarrierResource = "inter.dll";
    private const string AssetsResource = "!AvaloniaResources";
    private const int IndexVersion = 2;
    private static readonly Dictionary<string, SKTypeface> Faces = ReadFaces();
    private static readonly PlotFont Resolver = Install();

    private PlotFont()
    {
    }

    /// <summary>For axes and labels.</summary>
    public static SKTypeface Regular => Faces["Inter-Regular.ttf"];

    /// <summary>For titles.</summary>
    public static SKTypeface SemiBold => Faces["Inter-SemiBold.ttf"];

    /// <summary>Makes a plot use the font.</summary>
    public static void Use(Plot plot)
    {
        ArgumentNullException.ThrowIfNull(Resolver);
        plot.Font.Set(Name);
    }

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Name ? (weight >= FontWeight.SemiBold ? SemiBold : Regular) : null;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Name ? (bold ? SemiBold : Regular) : null;

    private static PlotFont Install()
    {
        var resolver = new PlotFont();
        Fonts.FontResolvers.Insert(0, resolver);
        Fonts.Default = Name;
        Fonts.Sans = Name;
        Fonts.Serif = Name;
        Fonts.Monospace = Name;
        return resolver;
    }

    /// <summary>Takes the fonts out of the assembly that their package wraps them in; nothing of it is loaded or run.</summary>
    private static Dictionary<string, SKTypeface> ReadFaces()
    {
        using Stream carrier = typeof(PlotFont).Assembly.GetManifestResourceStream(CarrierResource)!;
        using var pe = new PEReader(carrier);
        MetadataReader metadata = pe.GetMetadataReader();
        ManifestResource assets = metadata.ManifestResources.Select(metadata.GetManifestResource)
            .Single(resource => metadata.StringComparer.Equals(resource.Name, AssetsResource));
        int start = pe.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress + (int)assets.Offset;
        BlobReader blob = pe.GetSectionData(start).GetReader();
        byte[] content = blob.ReadBytes(blob.ReadInt32());

        // The asset table: length of the index, then its version, its count and for each file a path, an offset and a size.
        using var index = new BinaryReader(new MemoryStream(content));
        int filesStart = index.ReadInt32() + sizeof(int);
        if (index.ReadInt32() != IndexVersion)
        {
            throw new InvalidDataException("The font package has another layout than the one that was pinned.");
        }

        var faces = new Dictionary<string, SKTypeface>(StringComparer.Ordinal);
        for (int files = index.ReadInt32(); files > 0; files--)
        {
            string path = index.ReadString();
            int offset = index.ReadInt32();
            int size = index.ReadInt32();
            if (path.EndsWith(".ttf", StringComparison.Ordinal))
            {
                using var data = SKData.CreateCopy(content.AsSpan(filesStart + offset, size));
                faces[path[(path.LastIndexOf('/') + 1)..]] = SKTypeface.FromData(data);
            }
        }

        return faces;
    }
}
