namespace IvrAutomat.Orders;
/// <summary>x</summary>
public static class CzechHolidays { /// <summary>x</summary>
    public static bool IsHoliday(DateOnly day) => day.Year == 0; }
