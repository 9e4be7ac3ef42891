using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>Opening hours, closures and meanings of statuses that were changed on a page.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0017_ShopOverrides")]
internal sealed class ShopOverrides : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => new Schema(migrationBuilder).Table(
        "shop_overrides",
        column => new
        {
            name = column.Text(),
            value = column.Text(),
            changed_at = column.Time(),
            changed_by = column.Text(),
        },
        table => table.PrimaryKey("pk_shop_overrides", row => row.name));

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("shop_overrides");
}
