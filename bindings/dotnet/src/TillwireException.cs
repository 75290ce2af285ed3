// What went wrong, as the library says it.
using System;

namespace Tillwire
{
    /// <summary>What the library refuses or could not do. The message is English, for a log and for the person who sets the till
    /// up; it never contains a secret or a customer's details.</summary>
    public sealed partial class TillwireException : Exception
    {
        /// <summary>What it came to.</summary>
        public Status Status { get; private set; }

        TillwireException(Status status, string message, ErrorReader from) : base(message)
        {
            Status = status;
            if (from != null)
                Read(from);
        }

        /// <summary>Message and hint.</summary>
        public override string ToString()
        {
            return GetType() + ": " + Message + (Hint == null ? "" : "; " + Hint) + System.Environment.NewLine + StackTrace;
        }

        /// <summary>Throws where a status is an error; frees the error. True for a success, false for a value that is not
        /// there.</summary>
        internal static bool Check(int status, IntPtr error)
        {
            var failure = Of(status, error);
            if (failure != null)
                throw failure;
            return status != Native.TILLWIRE_ABSENT;
        }

        /// <summary>The exception for a status, or null for one that is no error. Frees the error.</summary>
        internal static TillwireException Of(int status, IntPtr error)
        {
            if (status >= 0)
                return null;
            try
            {
                if (error == IntPtr.Zero)
                    return Plain((Status)status);
                var from = new ErrorReader(error);
                // The error's own code and the status are one number.
                var code = from.GetNumber(Native.TILLWIRE_ERROR_CODE) ?? status;
                return new TillwireException((Status)code, from.GetText(Native.TILLWIRE_ERROR_MESSAGE), from);
            }
            finally
            {
                Native.tillwire_error_free(error);
            }
        }

        /// <summary>The exception for a status that comes without an error.</summary>
        internal static TillwireException Plain(Status status)
        {
            var message = status == Status.Range
                ? "the value does not fit the type; Json has it as text"
                : "the library answers " + (status.Name() ?? ((int)status).ToString());
            return new TillwireException(status, message, null);
        }
    }

    /// <summary>Reads an error before it is freed.</summary>
    internal sealed class ErrorReader
    {
        readonly IntPtr error;

        internal ErrorReader(IntPtr error)
        {
            this.error = error;
        }

        internal string GetText(int field)
        {
            UIntPtr length;
            var text = Native.tillwire_error_text(error, field, out length);
            return Utf8.Text(text, length);
        }

        internal long? GetNumber(int field)
        {
            long number;
            return Native.tillwire_error_int(error, field, out number) == Native.TILLWIRE_OK ? number : (long?)null;
        }

        internal int? GetSmall(int field)
        {
            return checked((int?)GetNumber(field));
        }

        internal int? GetCode(int field)
        {
            return checked((int?)GetNumber(field));
        }

        internal bool? GetFlag(int field)
        {
            var number = GetNumber(field);
            return number == null ? (bool?)null : number != 0;
        }
    }
}
