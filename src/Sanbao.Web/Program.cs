using Sanbao.Web.Features;
using Sanbao.Web.Platform.CommandLine;

// What it can be asked to do stands in Features/AllVerbs.cs, what the site is made of in Features/AllFeatures.cs.
PrivateFiles.FromNowOn();
return await CommandLine.Run(args, AllVerbs.List);
