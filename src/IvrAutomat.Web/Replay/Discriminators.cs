using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace IvrAutomat.Web.Replay;

/// <summary>The short names under which inputs, work and results are stored: <c>option</c>, <c>cancel-order</c>.</summary>
/// <typeparam name="T">The common type.</typeparam>
internal static class Discriminators<T>
    where T : class
{
    private static readonly FrozenDictionary<Type, string> Names = typeof(T).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(each => each.DerivedType, each => $"{each.TypeDiscriminator}");

    /// <summary>The name of a value's type.</summary>
    public static string Of(T value) => Names[value.GetType()];
}
