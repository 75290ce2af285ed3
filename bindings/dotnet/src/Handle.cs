// What holds something of the native library: it is freed once, after the last use of it, whoever disposes of it.
using System;
using System.Runtime.InteropServices;

namespace Tillwire
{
    /// <summary>A handle of the native library. An empty one stands for NULL.</summary>
    internal abstract class Handle : SafeHandle
    {
        protected Handle() : base(IntPtr.Zero, true)
        {
        }

        public override bool IsInvalid { get { return handle == IntPtr.Zero; } }

        /// <summary>The handle, to be passed beside another one: Mono keeps hold of that one for ever where this one turns out to be
        /// closed only in the call.</summary>
        /// <exception cref="ObjectDisposedException">It is closed.</exception>
        internal static T Live<T>(T handle) where T : Handle
        {
            if (handle.IsClosed)
                throw new ObjectDisposedException(typeof(T).Name);
            return handle;
        }
    }

    internal sealed partial class CallHandle
    {
        internal CallHandle(IntPtr made)
        {
            SetHandle(made);
        }
    }
}
