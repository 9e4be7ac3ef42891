using System.Security.Cryptography;
using System.Text;
using IvrAutomat.Web.Persistence;

namespace IvrAutomat.Web.Tests.Persistence;

public sealed class SecretsTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(n => (byte)n)];

    private readonly Secrets _secrets = new(Key);

    [Fact]
    public void SameValueUnderTheSameLabel_HasTheSameHash()
        => Assert.Equal(_secrets.Hash(SecretLabel.Pin, "order", "1234"), new Secrets([.. Key]).Hash(SecretLabel.Pin, "order", "1234"));

    [Fact]
    public void OtherLabel_OtherHash() => Assert.NotEqual(_secrets.Hash(SecretLabel.Pin, "1234"), _secrets.Hash(SecretLabel.Spray, "1234"));

    [Fact]
    public void PartsCutElsewhere_OtherHash() => Assert.NotEqual(_secrets.Hash(SecretLabel.Pin, "1", "23"), _secrets.Hash(SecretLabel.Pin, "12", "3"));

    [Fact]
    public void OneLongPart_IsHashedWhole()
        => Assert.NotEqual(_secrets.Hash(SecretLabel.Call, new string('ř', 5000)), _secrets.Hash(SecretLabel.Call, new string('ř', 5001)));

    [Fact]
    public void Hash_NamesItsKey() => Assert.StartsWith(_secrets.KeyId + ":", _secrets.Hash(SecretLabel.Phone, "+420601000001"), StringComparison.Ordinal);

    [Fact]
    public void ProtectedValue_ComesBack()
        => Assert.Equal("Dvořák", _secrets.UnprotectText(SecretLabel.Contact, _secrets.Protect(SecretLabel.Contact, "Dvořák")));

    [Fact]
    public void ProtectedValue_DoesNotShowWhatItHolds()
    {
        var sealedValue = _secrets.Protect(SecretLabel.Contact, "+420601000001");
        Assert.DoesNotContain("601000001", Encoding.Latin1.GetString(sealedValue), StringComparison.Ordinal);
        Assert.NotEqual(sealedValue, _secrets.Protect(SecretLabel.Contact, "+420601000001"));
    }

    [Fact]
    public void ProtectedUnderAnotherLabel_IsRefused()
        => Assert.ThrowsAny<CryptographicException>(() => _secrets.Unprotect(SecretLabel.Call, _secrets.Protect(SecretLabel.Contact, "a")));

    [Fact]
    public void ProtectedWithAnotherKey_IsRefusedWithBothKeysNamed()
    {
        var other = new Secrets(RandomNumberGenerator.GetBytes(32));
        var error = Assert.ThrowsAny<CryptographicException>(() => other.Unprotect(SecretLabel.Contact, _secrets.Protect(SecretLabel.Contact, "a")));
        Assert.Contains(_secrets.KeyId, error.Message, StringComparison.Ordinal);
        Assert.Contains(other.KeyId, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyAtOnce_EachGetTheirOwnValueBack() => Parallel.For(0, 20_000, n
        => Assert.Equal($"{n}", _secrets.UnprotectText(SecretLabel.Contact, _secrets.Protect(SecretLabel.Contact, $"{n}"))));

    [Fact]
    public void ChangedBit_IsRefused()
    {
        var sealedValue = _secrets.Protect(SecretLabel.Contact, "abc");
        sealedValue[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => _secrets.Unprotect(SecretLabel.Contact, sealedValue));
    }

    [Fact]
    public async Task SqliteWithoutAKey_GetsOneThatOnlyTheOwnerReads()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(BothDatabasesAttribute.Sqlite);
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SecretKeyFile.Take(new SecretsOptions(), database.Database))));
        Assert.All(keys, key => Assert.Equal(keys[0], key));
        var files = Directory.GetFiles(Path.GetDirectoryName(database.Database.File)!, "*.key*");
        var file = Assert.Single(files);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("c2hvcnQ=")]
    public void UnusableKey_IsReportedWithItsRemedy(string key)
        => Assert.Contains("openssl rand", Assert.Single(new SecretsOptions { Key = key }.Validate(DatabaseProvider.Sqlite)), StringComparison.Ordinal);

    [Fact]
    public void PostgresWithoutAKey_IsReported() => Assert.Single(new SecretsOptions().Validate(DatabaseProvider.PostgreSql));
}
