// The native library that is in use, and whether it is the one that this assembly was made for.
using System;

namespace Tillwire
{
    /// <summary>The native library that is in use.</summary>
    public static class TillwireLibrary
    {
        static readonly object Gate = new object();
        static volatile bool fits;

        /// <summary>Its release, as in "0.1.0".</summary>
        /// <exception cref="DllNotFoundException">There is none, or none that fits: the message says where it was looked for, and
        /// what to do. Whatever is asked of the library first throws this.</exception>
        public static string Version
        {
            get
            {
                Check();
                return Utf8.Text(Native.tillwire_version());
            }
        }

        /// <summary>Always throws, by a defect inside the library that is contained at its border: for a test that the native
        /// library was put in place intact. A message is written to standard error.</summary>
        /// <exception cref="TillwireException">With the code <see cref="Status.Panic"/>.</exception>
        public static void TestPanic()
        {
            Check();
            IntPtr error;
            TillwireException.Check(Native.tillwire_test_panic(out error), error);
        }

        /// <summary>Loads the library, and refuses one of another ABI before anything is asked of it. Whatever can be the first call of
        /// a program asks this first.</summary>
        internal static void Check()
        {
            if (fits)
                return;
            lock (Gate)
            {
                NativeLoader.Load();
                var found = FoundAbi();
                if (found != Native.TILLWIRE_ABI_VERSION)
                    throw new DllNotFoundException(NativeLoader.Another(found));
                fits = true;
            }
        }

        static int FoundAbi()
        {
            try
            {
                return Native.tillwire_abi_version();
            }
            catch (Exception problem) when (
                problem is DllNotFoundException || problem is BadImageFormatException || problem is EntryPointNotFoundException)
            {
                throw new DllNotFoundException(NativeLoader.NotFound(problem.Message), problem);
            }
        }
    }
}
