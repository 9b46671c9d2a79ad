using Twin.Cli.Commands;

using Interruption interruption = Interruption.OfSignals();
return TwinProgram.Run(args, Engine.Services, Terminal.OfConsole(), interruption);
