namespace IvrAutomat.Web.Doctor;

/// <summary>Looks at one system. It changes nothing anywhere, and expects anything: whatever it meets is a finding, not an exception.</summary>
internal interface ICheck
{
    /// <summary>The system's name, as its section of the settings is called.</summary>
    string System { get; }

    /// <summary>Looks.</summary>
    IAsyncEnumerable<Finding> LookAsync(CancellationToken cancellationToken);
}
