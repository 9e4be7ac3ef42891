using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace IvrAutomat.Web.Tests.Persistence;

/// <summary>Runs a theory once on SQLite and once on PostgreSQL; the parameter goes to <c>TestDatabase.CreateAsync</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothDatabasesAttribute : DataAttribute
{
    public const string Sqlite = "Sqlite";
    public const string PostgreSql = "PostgreSql";

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
        => new([new TheoryDataRow(Sqlite), new TheoryDataRow(PostgreSql)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
