Console.Error.WriteLine("riskengine: no commands yet");
return 1;
