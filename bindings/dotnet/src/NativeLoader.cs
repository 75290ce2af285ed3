// How the native library is found, and what is said where it is not.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace Tillwire
{
    /// <summary>Loads the native library from x64\ or x86\ beside the assembly, on Windows: .NET Framework has to be shown the folder of
    /// the process's bitness. For the rest, .NET looks where the program's .deps.json says, by the runtime identifier; each
    /// runtime looks beside the assembly, and then the system looks where it always does.</summary>
    internal static class NativeLoader
    {
        const uint LoadWithAlteredSearchPath = 8;

        /// <summary>What the package has.</summary>
        internal static readonly string[] Packaged = { "win-x64", "win-x86", "linux-x64", "linux-arm64", "linux-arm" };

        // What came of each file, for a message.
        static readonly List<string> Looked = new List<string>();

        [DllImport("kernel32", CharSet = CharSet.Unicode, SetLastError = true)]
        static extern IntPtr LoadLibraryEx(string file, IntPtr reserved, uint flags);

        static bool IsWindows { get { return Path.DirectorySeparatorChar == '\\'; } }

        /// <summary>The library's file.</summary>
        static string FileName { get { return IsWindows ? "libtillwire.dll" : "libtillwire.so"; } }

        /// <summary>The system and process as NuGet calls them.</summary>
        internal static string Rid
        {
            get
            {
                if (IsWindows)
                    return IntPtr.Size == 8 ? "win-x64" : "win-x86";
                var system = RuntimeInformation.IsOSPlatform(OSPlatform.Linux) ? "linux-" : "other-";
                return system + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
            }
        }

        /// <summary>Where the assembly lies: its own folder, and the one of which ASP.NET runs a copy.</summary>
        internal static IEnumerable<string> Folders()
        {
            var assembly = typeof(NativeLoader).Assembly;
            if (string.IsNullOrEmpty(assembly.Location))
            {
                yield return AppContext.BaseDirectory;
                yield break;
            }
            var own = Path.GetDirectoryName(assembly.Location);
            yield return own;
            Uri origin;
            if (!Uri.TryCreate(assembly.CodeBase, UriKind.Absolute, out origin) || !origin.IsFile)
                yield break;
            var first = Path.GetDirectoryName(origin.LocalPath);
            if (first != own)
                yield return first;
        }

        /// <summary>Where the library may lie below a folder: as .NET Framework's programs have it, and as the package has it.</summary>
        internal static IEnumerable<string> Candidates(string folder, string rid)
        {
            yield return Path.Combine(folder, rid.Substring(rid.IndexOf('-') + 1), FileName);
            yield return Path.Combine(folder, "runtimes", rid, "native", FileName);
        }

        internal static void Load()
        {
            Looked.Clear();
            // Elsewhere there is no way to show the runtime a file.
            if (!IsWindows)
                return;
            foreach (var file in Folders().SelectMany(folder => Candidates(folder, Rid)))
            {
                // Once it is loaded, its name alone finds it.
                if (!File.Exists(file))
                    Looked.Add(file + " is not there");
                else if (LoadLibraryEx(file, IntPtr.Zero, LoadWithAlteredSearchPath) == IntPtr.Zero)
                    Looked.Add(file + " cannot be loaded: " + new Win32Exception(Marshal.GetLastWin32Error()).Message);
                else
                {
                    Looked.Add(file + " is loaded");
                    return;
                }
            }
        }

        /// <summary>Why there is no library, and what to do.</summary>
        internal static string NotFound(string problem)
        {
            var advice = Packaged.Contains(Rid)
                ? "The package Tillwire has it as runtimes/" + Rid + "/native/" + FileName + ": put that file beside Tillwire.dll, in " +
                    Folders().First()
                : "The package Tillwire has none for this system: build it, and put it beside Tillwire.dll, in " + Folders().First();
            return "the native library " + FileName + " cannot be loaded into this " + 8 * IntPtr.Size + "-bit process. " + Search() +
                " " + advice + ". The runtime says: " + problem;
        }

        /// <summary>That the library is another one, and what to do.</summary>
        internal static string Another(int abi)
        {
            return "the native library " + FileName + " has the ABI number " + abi + ", and this assembly needs " +
                Native.TILLWIRE_ABI_VERSION + ": put the file of the same package in its place. " + Search();
        }

        static string Search()
        {
            var looked = string.Concat(Looked.Select(file => file + "; "));
            return "Where it is looked for: " + looked + "where the program's .deps.json says, beside Tillwire.dll, and where the " +
                "system looks.";
        }
    }
}
