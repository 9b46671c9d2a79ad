using Twin.Core.Physics;

namespace Twin.Core.Components.Power;

/// <summary>Weather of a step as a generator sees it, mean over the step.</summary>
/// <param name="MiddleUnixS">Middle of the step, where the sun's place is taken [s since 1970-01-01T00:00Z].</param>
/// <param name="DayOfYear">Day of the year, from 1.</param>
/// <param name="AirC">Outdoor air [degC].</param>
/// <param name="WindMPerS">Wind at 10 m [m/s].</param>
/// <param name="GhiWPerM2">Global irradiance on the horizontal [W/m2].</param>
public readonly record struct GeneratorWeather(double MiddleUnixS, int DayOfYear, double AirC, double WindMPerS, double GhiWPerM2);

/// <summary>AC power of a photovoltaic array: Erbs, Hay-Davies or Perez, physical incidence modifier, SAPM cell temperature,
/// PVWatts.</summary>
/// <remarks>Source: A. P. Dobos, PVWatts version 5 manual, NREL/TP-6A20-62641, 2014, with the parts named in the physics folder.</remarks>
public static class SolarProduction
{
    private const double Albedo = 0.2; // grass and gravel; usual value
    private const double HighestZenithDeg = 89.5; // below it the sun's place matters less than the horizon's outline

    /// <summary>Mean AC power of a step [W]; zero or more.</summary>
    /// <param name="p">The array.</param>
    /// <param name="weather">Weather of the step.</param>
    /// <param name="latitudeDeg">Latitude [deg].</param>
    /// <param name="longitudeDeg">Longitude, east positive [deg].</param>
    /// <param name="airPressurePa">Air pressure [Pa].</param>
    public static double PowerW(
        PhotovoltaicsParameters p, in GeneratorWeather weather, double latitudeDeg, double longitudeDeg, double airPressurePa)
    {
        if (weather.GhiWPerM2 <= 0.0)
        {
            return 0.0;
        }

        SunPosition sun = Sun.Position(weather.MiddleUnixS, latitudeDeg, longitudeDeg, airPressurePa, weather.AirC);
        return PowerW(p, weather, sun, Sun.ExtraterrestrialWPerM2(weather.DayOfYear));
    }

    /// <summary>The same where the sun's place is known already: it is one for all arrays of a site.</summary>
    /// <param name="p">The array.</param>
    /// <param name="weather">Weather of the step.</param>
    /// <param name="sun">Where the sun stands in the middle of the step.</param>
    /// <param name="above">Irradiance above the air on a plane facing the sun [W/m2]; above zero.</param>
    public static double PowerW(PhotovoltaicsParameters p, in GeneratorWeather weather, in SunPosition sun, double above)
    {
        if (weather.GhiWPerM2 <= 0.0 || sun.ApparentZenithDeg >= HighestZenithDeg)
        {
            return 0.0;
        }

        DecomposedIrradiance light = Irradiance.Erbs(weather.GhiWPerM2, sun.ZenithDeg, above);
        double cosine = Irradiance.IncidenceCosine(p.TiltDeg, p.AzimuthDeg, sun.ApparentZenithDeg, sun.AzimuthDeg);
        double beam = Irradiance.BeamWPerM2(light.BeamNormalWPerM2, cosine);
        double sky = p.Sky == SkyModel.Perez
            ? Irradiance.PerezSkyWPerM2(
                light.DiffuseHorizontalWPerM2, light.BeamNormalWPerM2, above, p.TiltDeg, sun.ApparentZenithDeg, cosine)
            : Irradiance.HayDaviesSkyWPerM2(
                light.DiffuseHorizontalWPerM2, light.BeamNormalWPerM2, above, p.TiltDeg, sun.ApparentZenithDeg, cosine);
        double diffuse = sky + Irradiance.GroundWPerM2(weather.GhiWPerM2, Albedo, p.TiltDeg);
        double modifier = beam > 0.0 ? Photovoltaics.IncidenceModifierOfCosine(cosine) : 0.0;
        double cellC = Photovoltaics.SapmCellTemperatureC(
            beam + diffuse, weather.AirC, weather.WindMPerS, SapmMounting.OpenRackGlassPolymer);
        double dcW = Photovoltaics.PvWattsDcW(beam * modifier + diffuse, cellC, p.ModulesW, p.TemperatureCoefficientPerK);
        return Photovoltaics.PvWattsInverterAcW(Math.Max(0.0, dcW) * (1.0 - p.LossFraction), p.InverterW);
    }
}
