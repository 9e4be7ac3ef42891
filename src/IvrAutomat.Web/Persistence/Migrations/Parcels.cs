using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>What carriers say of parcels, and the names of their points.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0007_Parcels")]
internal sealed class Parcels : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var schema = new Schema(migrationBuilder);
        schema.Table(
            "parcels",
            column => new
            {
                id = column.Text(),
                state = column.TextOrNull(),
                seen_at = column.TimeOrNull(),
                tried_at = column.TimeOrNull(),
                extended = column.Int(),
            },
            table => table.PrimaryKey("pk_parcels", row => row.id));
        schema.Table(
            "pickup_points",
            column => new { id = column.Int(), name = column.Text(), seen_at = column.Time() },
            table => table.PrimaryKey("pk_pickup_points", row => row.id));
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("pickup_points");
        migrationBuilder.DropTable("parcels");
    }
}
