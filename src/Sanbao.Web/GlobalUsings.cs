global using Sanbao.Domain.Kernel;
global using Sanbao.Web.Platform;
global using Sanbao.Web.Platform.Access;
global using Sanbao.Web.Platform.Caching;
global using Sanbao.Web.Platform.Errors;
global using Sanbao.Web.Platform.Forms;
global using Sanbao.Web.Platform.Hosting;
global using Sanbao.Web.Platform.Lists;
global using Sanbao.Web.Platform.Time;
global using Sanbao.Web.Texts;
// Sanbao.Charters has words of its own; in the pages W speaks.
global using Words = Sanbao.Web.Texts.Words;
