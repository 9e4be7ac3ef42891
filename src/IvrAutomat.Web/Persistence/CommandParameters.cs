using System.Data;
using System.Data.Common;

namespace IvrAutomat.Web.Persistence;

/// <summary>Parameters of commands in SQL of our own, with types that both providers agree on when a value is null.</summary>
internal static class CommandParameters
{
    /// <summary>A text.</summary>
    public static void AddParameter(this DbCommand command, string name, string? value) => Add(command, name, DbType.String, value);

    /// <summary>A whole number.</summary>
    public static void AddParameter(this DbCommand command, string name, int value) => Add(command, name, DbType.Int32, value);

    /// <summary>No, yes, or neither.</summary>
    public static void AddFlag(this DbCommand command, string name, bool? value) => Add(command, name, DbType.Int32, value is { } flag ? flag ? 1 : 0 : null);

    /// <summary>A whole number, or an instant in milliseconds.</summary>
    public static void AddParameter(this DbCommand command, string name, long value) => Add(command, name, DbType.Int64, value);

    /// <summary>Bytes.</summary>
    public static void AddBytes(this DbCommand command, string name, byte[]? value) => Add(command, name, DbType.Binary, value);

    /// <summary>An instant, stored as milliseconds since 1970 in UTC.</summary>
    public static void AddInstant(this DbCommand command, string name, DateTimeOffset? value)
        => Add(command, name, DbType.Int64, value?.ToUnixTimeMilliseconds());

    /// <summary>A value of a type.</summary>
    public static void Add(this DbCommand command, string name, DbType type, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.DbType = type;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }

    /// <summary>A text that may be missing.</summary>
    public static string? TextOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
