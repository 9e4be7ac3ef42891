using System.Text.Json.Serialization;
using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Web.Calls;

/// <summary>How calls, inputs, work and results are stored: source-generated, small, without nulls.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Call))]
[JsonSerializable(typeof(CallerInput))]
[JsonSerializable(typeof(Work))]
[JsonSerializable(typeof(WorkResult))]
[JsonSerializable(typeof(HeldValues))]
[JsonSerializable(typeof(OrderChoice))]
[JsonSerializable(typeof(OrderItem))]
[JsonSerializable(typeof(DateOnly))]
[JsonSerializable(typeof(string))]
internal sealed partial class CallJson : JsonSerializerContext;
