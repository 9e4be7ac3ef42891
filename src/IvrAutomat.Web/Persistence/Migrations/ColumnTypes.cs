using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>The column types of one table, by provider.</summary>
internal sealed class ColumnTypes(ColumnsBuilder columns, bool postgres)
{
    /// <summary>Text, also identifiers and JSON.</summary>
    public OperationBuilder<AddColumnOperation> Text() => columns.Column<string>(postgres ? "text" : "TEXT", nullable: false);

    /// <summary>Text that may be missing.</summary>
    public OperationBuilder<AddColumnOperation> TextOrNull() => columns.Column<string>(postgres ? "text" : "TEXT", nullable: true);

    /// <summary>A count, or 0 and 1 for no and yes.</summary>
    public OperationBuilder<AddColumnOperation> Int() => columns.Column<int>(postgres ? "integer" : "INTEGER", nullable: false);

    /// <summary>A count that may be missing.</summary>
    public OperationBuilder<AddColumnOperation> IntOrNull() => columns.Column<int>(postgres ? "integer" : "INTEGER", nullable: true);

    /// <summary>An instant: milliseconds since 1970, UTC.</summary>
    public OperationBuilder<AddColumnOperation> Time() => columns.Column<long>(postgres ? "bigint" : "INTEGER", nullable: false);

    /// <summary>An instant that may be missing.</summary>
    public OperationBuilder<AddColumnOperation> TimeOrNull() => columns.Column<long>(postgres ? "bigint" : "INTEGER", nullable: true);

    /// <summary>A whole number that may pass two thousand million.</summary>
    public OperationBuilder<AddColumnOperation> Long() => columns.Column<long>(postgres ? "bigint" : "INTEGER", nullable: false);

    /// <summary>Bytes.</summary>
    public OperationBuilder<AddColumnOperation> Bytes() => columns.Column<byte[]>(postgres ? "bytea" : "BLOB", nullable: false);

    /// <summary>Bytes that may be missing.</summary>
    public OperationBuilder<AddColumnOperation> BytesOrNull() => columns.Column<byte[]>(postgres ? "bytea" : "BLOB", nullable: true);

    /// <summary>An identifier that the database counts up and never gives twice.</summary>
    public OperationBuilder<AddColumnOperation> Counter()
        => columns.Column<long>(postgres ? "bigint" : "INTEGER", nullable: false)
            .Annotation("Sqlite:Autoincrement", value: true)
            .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
}
