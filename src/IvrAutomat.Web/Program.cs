using IvrAutomat.Web.Commands;

return await CommandLine.RunAsync(args);
