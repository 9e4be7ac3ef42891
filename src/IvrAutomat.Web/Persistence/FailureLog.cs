using System.Data.Common;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.Persistence;

/// <summary>Writes failures within somebody else's transaction: they are counted exactly when the turn that they belong to is saved.</summary>
internal static class FailureLog
{
    /// <summary>Inserts the rows.</summary>
    public static async Task InsertAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<FailureRow> failures, CancellationToken cancellationToken)
    {
        foreach (var failure in failures)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = """
                INSERT INTO failures (at, order_key, caller_key, from_own_number, pin_key, closes_foreign)
                VALUES (@at, @order_key, @caller_key, @from_own_number, @pin_key, @closes_foreign)
                """;
            Add(command, "@at", failure.At.ToUnixTimeMilliseconds());
            Add(command, "@order_key", failure.OrderKey);
            Add(command, "@caller_key", failure.CallerKey);
            Add(command, "@from_own_number", failure.FromOwnNumber ? 1 : 0);
            Add(command, "@pin_key", failure.PinKey);
            Add(command, "@closes_foreign", failure.ClosesForeign ? 1 : 0);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
    }
}
