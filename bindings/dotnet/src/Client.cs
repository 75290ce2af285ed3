// An account at a platform, and the calls that it makes.
using System;
using System.Collections.Generic;
using System.Globalization;

namespace Tillwire
{
    /// <summary>What an operation is told, by parameter. A parameter that is null is left out.</summary>
    public sealed class Arguments : Dictionary<Parameter, string>
    {
        /// <summary>A number as the library takes it.</summary>
        public static string Written(long? number)
        {
            return number == null ? null : number.Value.ToString(CultureInfo.InvariantCulture);
        }

        /// <summary>A flag as the library takes it.</summary>
        public static string Written(bool? flag)
        {
            return flag == null ? null : flag.Value ? "true" : "false";
        }

        /// <summary>A time as the library takes it, with its offset.</summary>
        public static string Written(DateTimeOffset? time)
        {
            return time == null ? null : new Timestamp(time.Value).ToString();
        }
    }

    /// <summary>Calls a platform for one account: makes the exact bytes of each request, sends it, waits and sends again as the
    /// platform's rules allow. Any number of threads.</summary>
    public sealed partial class Client : IDisposable
    {
        readonly AccountHandle handle;

        /// <summary>A client from settings; later changes of these do not reach it. What is still missing, the first call
        /// tells.</summary>
        public Client(AccountSettings settings)
        {
            if (settings == null)
                throw new ArgumentNullException(nameof(settings));
            IntPtr error;
            TillwireLibrary.Check();
            Platform = settings.Platform;
            TillwireException.Check(
                Native.tillwire_account_new((int)settings.Platform, (int)(settings.Environment ?? 0), out handle, out error),
                error);
            try
            {
                settings.Fill(handle);
            }
            catch
            {
                handle.Dispose();
                throw;
            }
        }

        /// <summary>The platform.</summary>
        public Platform Platform { get; private set; }

        internal AccountHandle Handle { get { return Tillwire.Handle.Live(handle); } }

        long Read(int field)
        {
            long number;
            TillwireException.Check(Native.tillwire_account_int(handle, field, out number), IntPtr.Zero);
            return number;
        }

        /// <summary>How many calls ended with a status, as in <see cref="Status.CallNotFound"/>.</summary>
        public long Count(Status status)
        {
            return Read((int)status);
        }

        /// <summary>How many attempts got no answer for a reason.</summary>
        public long Count(Failure failure)
        {
            return Read((int)failure);
        }

        /// <summary>How many answers had an HTTP status of a hundred: 200, 300, 400 or 500.</summary>
        /// <exception cref="ArgumentOutOfRangeException">It is none of these.</exception>
        public long CountAnswers(int hundred)
        {
            if (hundred < 200 || hundred > 500 || hundred % 100 != 0)
                throw new ArgumentOutOfRangeException(nameof(hundred));
            return Read(hundred);
        }

        /// <summary>A call that is not sent yet.</summary>
        /// <exception cref="TillwireException"><see cref="Status.Setting"/> where a setting is missing or unusable,
        /// <see cref="Status.Argument"/> where the operation is another platform's.</exception>
        public Call Prepare(Operation operation, IEnumerable<KeyValuePair<Parameter, string>> arguments = null)
        {
            IntPtr made, error;
            TillwireException.Check(Native.tillwire_call_new(handle, (int)operation, out made, out error), error);
            var call = new Call(made);
            try
            {
                foreach (var argument in arguments ?? new Arguments())
                {
                    if (argument.Value != null)
                        call.Set(argument.Key, argument.Value);
                }
                return call;
            }
            catch
            {
                call.Dispose();
                throw;
            }
        }

        /// <summary>Makes a call and sends it. Blocks for at most <see cref="AccountSettings.TotalMs"/>.</summary>
        /// <exception cref="TillwireException">Where it came to no reply, with what the platform says.</exception>
        public Call Send(Operation operation, IEnumerable<KeyValuePair<Parameter, string>> arguments = null)
        {
            var call = Prepare(operation, arguments);
            try
            {
                call.Send();
                return call;
            }
            catch
            {
                call.Dispose();
                throw;
            }
        }

        /// <summary>Reads a list page by page while it changes: no record comes twice. The same call each time, to be read before
        /// the next page is asked for; it ends with the loop.</summary>
        /// <exception cref="TillwireException">As <see cref="Call.NextPage"/> and <see cref="Call.Send"/>.</exception>
        public IEnumerable<Call> ReadPages(
            Operation operation, IEnumerable<KeyValuePair<Parameter, string>> arguments = null)
        {
            using (var call = Prepare(operation, arguments))
            {
                while (call.NextPage())
                {
                    call.Send();
                    yield return call;
                }
            }
        }

        /// <summary>Cancels the calls under way and those to come, or lets calls through again.</summary>
        public void Cancel(bool cancelled = true)
        {
            IntPtr error;
            TillwireException.Check(Native.tillwire_account_cancel(handle, cancelled ? 1 : 0, out error), error);
        }

        /// <summary>The oldest note that was not fetched yet, and forgets it: one attempt of a call, as a line of a log. It tells no
        /// secret and nothing about a customer. Null where there is none.</summary>
        public string NextNote()
        {
            // Longer than most notes.
            for (var buffer = new byte[Native.TILLWIRE_NOTE_SIZE]; ; buffer = new byte[2 * buffer.Length])
            {
                IntPtr error;
                var status = Native.tillwire_account_note(handle, buffer, Utf8.Length(buffer), out error);
                if (status == Native.TILLWIRE_E_BUFFER)
                {
                    Native.tillwire_error_free(error);
                    continue;
                }
                return TillwireException.Check(status, error) ? Utf8.Text(buffer) : null;
            }
        }

        /// <summary>Ends the client; its secrets are wiped from the library's memory once its last call is disposed of.</summary>
        public void Dispose()
        {
            handle.Dispose();
        }
    }
}
