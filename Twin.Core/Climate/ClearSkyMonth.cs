using Twin.Core.Physics;
using Twin.Core.Time;

namespace Twin.Core.Climate;

/// <summary>Radiation that a month could have if no cloud came.</summary>
public static class ClearSkyMonth
{
    private const int StepS = 1800; // days drift past the half hours: the sum of a month is within 1 % of that of five minutes

    /// <summary>Largest monthly sum of global horizontal irradiation from which a synthetic month can be made.</summary>
    /// <param name="latitudeDeg">Latitude, north positive [deg]; -90 to 90.</param>
    /// <param name="longitudeDeg">Longitude, east positive [deg]; -180 to 180.</param>
    /// <param name="elevationM">Height above sea level [m]; below 40000.</param>
    /// <param name="month">Month, 1 to 12.</param>
    /// <returns>Irradiation [kWh/m2]; zero in a polar night.</returns>
    /// <remarks>Clear sky of Haurwitz as in the synthetic year, less 2 %: a month without any cloud does not come up.</remarks>
    public static double LargestKWhPerM2(double latitudeDeg, double longitudeDeg, double elevationM, int month)
    {
        long begin = UtcDay.BeginUnixS(new DateOnly(2001, month, 1)); // an ordinary year; which one does not matter
        int count = DateTime.DaysInMonth(2001, month) * 86_400 / StepS;
        double pressurePa = RadiationClimate.PressurePa(elevationM);
        double sumWPerM2 = 0.0;
        for (int k = 0; k < count; k++)
        {
            SunPosition sun = Sun.Position(begin + ((long)k * StepS), latitudeDeg, longitudeDeg, pressurePa, 10.0);
            sumWPerM2 += sun.ZenithDeg < 90.0 ? ClearSky.HaurwitzWPerM2(sun.ApparentZenithDeg) : 0.0;
        }

        return 0.98 * sumWPerM2 * StepS / 3.6e6;
    }
}
