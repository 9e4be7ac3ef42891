using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>A migration's changes, written once for both providers.</summary>
internal sealed class Schema(MigrationBuilder migration)
{
    private readonly bool _postgres = migration.ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) == true;

    /// <summary>Creates a table; the members of <typeparamref name="TColumns"/> name its columns.</summary>
    public void Table<TColumns>(string name, Func<ColumnTypes, TColumns> columns, Action<CreateTableBuilder<TColumns>> constraints)
        => migration.CreateTable(name, builder => columns(new ColumnTypes(builder, _postgres)), constraints: constraints);

    /// <summary>Adds a column of bytes that may be missing.</summary>
    public void AddBytes(string table, string column)
        => migration.AddColumn<byte[]>(column, table, _postgres ? "bytea" : "BLOB", nullable: true);

    /// <summary>Creates an index over some columns.</summary>
    public void Index(string table, params string[] columns) => migration.CreateIndex(NameOf(table, columns), table, columns);

    /// <summary>Drops an index over some columns.</summary>
    public void DropIndex(string table, params string[] columns) => migration.DropIndex(NameOf(table, columns), table);

    /// <summary>Creates an index that allows a value once.</summary>
    public void Unique(string table, params string[] columns)
        => migration.CreateIndex(NameOf(table, columns), table, columns, unique: true);

    /// <summary>Creates an index that allows a value once among the rows of <paramref name="filter"/>.</summary>
    public void UniqueWhere(string filter, string table, params string[] columns)
        => migration.CreateIndex(NameOf(table, columns), table, columns, unique: true, filter: filter);

    /// <summary>Adds a column with an instant that may be missing.</summary>
    public void TimeOrNull(string table, string column)
        => migration.AddColumn<long>(column, table, _postgres ? "bigint" : "INTEGER", nullable: true);

    /// <summary>Adds a column with a text that may be missing.</summary>
    public void TextOrNull(string table, string column)
        => migration.AddColumn<string>(column, table, _postgres ? "text" : "TEXT", nullable: true);

    /// <summary>Adds a column with a count that may be missing.</summary>
    public void IntOrNull(string table, string column)
        => migration.AddColumn<int>(column, table, _postgres ? "integer" : "INTEGER", nullable: true);

    private static string NameOf(string table, string[] columns) => $"ix_{table}_{string.Join('_', columns)}";
}
