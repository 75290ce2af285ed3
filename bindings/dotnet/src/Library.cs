// How the native library is found, and whether it is the one that this assembly was made for.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace Tillwire
{
    internal static partial class Native
    {
        // .NET finds the library by the runtime identifier, Mono and Linux beside the assembly or where the system looks. Only
        // .NET Framework has to be shown the folder of the process's bitness.
        static Native()
        {
            if (Path.DirectorySeparatorChar == '\\')
                NativeLoader.Load(NativeLoader.Folders(), IntPtr.Size == 8);
        }
    }

    /// <summary>Loads tillwire.dll from x64\ or x86\ beside the assembly, on Windows.</summary>
    internal static class NativeLoader
    {
        const uint LoadWithAlteredSearchPath = 8;

        [DllImport("kernel32", CharSet = CharSet.Unicode, SetLastError = true)]
        static extern IntPtr LoadLibraryEx(string file, IntPtr reserved, uint flags);

        /// <summary>Where the assembly lies: its own folder, and the one of which ASP.NET runs a copy.</summary>
        internal static IEnumerable<string> Folders()
        {
            var assembly = typeof(NativeLoader).Assembly;
            if (string.IsNullOrEmpty(assembly.Location))
            {
                yield return AppContext.BaseDirectory;
                yield break;
            }
            yield return Path.GetDirectoryName(assembly.Location);
            Uri origin;
            if (Uri.TryCreate(assembly.CodeBase, UriKind.Absolute, out origin) && origin.IsFile)
                yield return Path.GetDirectoryName(origin.LocalPath);
        }

        /// <summary>Where the library may lie below a folder.</summary>
        internal static string[] Candidates(string folder, bool is64Bit)
        {
            return new[]
            {
                Path.Combine(folder, is64Bit ? "x64" : "x86", "tillwire.dll"),
                Path.Combine(folder, "runtimes", is64Bit ? "win-x64" : "win-x86", "native", "tillwire.dll"),
            };
        }

        internal static void Load(IEnumerable<string> folders, bool is64Bit)
        {
            foreach (var file in folders.SelectMany(folder => Candidates(folder, is64Bit)))
            {
                // Once it is loaded, its name alone finds it.
                if (File.Exists(file) && LoadLibraryEx(file, IntPtr.Zero, LoadWithAlteredSearchPath) != IntPtr.Zero)
                    return;
            }
        }
    }

    /// <summary>The native library that is in use.</summary>
    public static class TillwireLibrary
    {
        static volatile bool fits;

        /// <summary>Its release, as in "0.1.0".</summary>
        public static string Version { get { return Utf8.Text(Native.tillwire_version()); } }

        /// <summary>Always throws, by a defect inside the library that is contained at its border: for a test that the native
        /// library was put in place intact. A message is written to standard error.</summary>
        /// <exception cref="TillwireException">With the code <see cref="Status.Panic"/>.</exception>
        public static void TestPanic()
        {
            IntPtr error;
            TillwireException.Check(Native.tillwire_test_panic(out error), error);
        }

        /// <summary>Refuses a library of another ABI before anything is asked of it.</summary>
        internal static void Check()
        {
            if (fits)
                return;
            var found = Native.tillwire_abi_version();
            if (found != Native.TILLWIRE_ABI_VERSION)
                throw new DllNotFoundException("the native library tillwire has the ABI number " + found + ", not " +
                    Native.TILLWIRE_ABI_VERSION + ": put the one of this package in its place");
            fits = true;
        }
    }
}
