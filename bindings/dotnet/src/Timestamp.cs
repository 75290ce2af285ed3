// A point in time as a document states it.
using System;

namespace Tillwire
{
    /// <summary>A point in time, with the local offset where the document states it.</summary>
    public struct Timestamp : IEquatable<Timestamp>
    {
        static readonly DateTimeOffset Epoch = new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);
        static readonly TimeSpan LargestOffset = TimeSpan.FromHours(14);

        readonly long unixMilliseconds;
        readonly TimeSpan? offset;

        /// <summary>A point in time, in milliseconds since 1970, and how far the local time is from UTC, in whole
        /// minutes.</summary>
        public Timestamp(long unixMilliseconds, TimeSpan? offset)
        {
            this.unixMilliseconds = unixMilliseconds;
            this.offset = offset;
        }

        /// <summary>The same, from a time of .NET.</summary>
        public Timestamp(DateTimeOffset time) : this(Milliseconds(time), time.Offset)
        {
        }

        /// <summary>Milliseconds since 1970-01-01T00:00:00Z.</summary>
        public long UnixMilliseconds { get { return unixMilliseconds; } }

        /// <summary>How far the local time is ahead of UTC; null where the document does not state it.</summary>
        public TimeSpan? Offset { get { return offset; } }

        /// <summary>The same instant in .NET's form: in UTC where no offset is stated, or one beyond the 14 hours that .NET
        /// knows.</summary>
        /// <exception cref="TillwireException"><see cref="Status.Range"/> outside of the years 1 to 9999.</exception>
        public DateTimeOffset ToDateTimeOffset()
        {
            try
            {
                var time = Epoch.AddTicks(checked(unixMilliseconds * TimeSpan.TicksPerMillisecond));
                return offset == null || offset.Value.Duration() > LargestOffset ? time : time.ToOffset(offset.Value);
            }
            catch (Exception problem) when (problem is ArgumentOutOfRangeException || problem is OverflowException)
            {
                throw TillwireException.Plain(Status.Range);
            }
        }

        /// <summary>By RFC 3339: "2026-06-18T10:15:30+08:00", in UTC where no offset is stated.</summary>
        public override string ToString()
        {
            IntPtr error;
            TillwireLibrary.Check();
            var buffer = new byte[Native.TILLWIRE_FORMAT_SIZE];
            var time = new[] { ToNative() };
            TillwireException.Check(Native.tillwire_time_format(time, buffer, Utf8.Length(buffer), out error), error);
            return Utf8.Text(buffer);
        }

        /// <summary>Whether instant and offset are the same.</summary>
        public bool Equals(Timestamp other)
        {
            return unixMilliseconds == other.unixMilliseconds && offset == other.offset;
        }

        /// <inheritdoc/>
        public override bool Equals(object other)
        {
            return other is Timestamp && Equals((Timestamp)other);
        }

        /// <inheritdoc/>
        public override int GetHashCode()
        {
            return unixMilliseconds.GetHashCode();
        }

        /// <summary>Whether instant and offset are the same.</summary>
        public static bool operator ==(Timestamp left, Timestamp right)
        {
            return left.Equals(right);
        }

        /// <summary>Whether instant or offset differ.</summary>
        public static bool operator !=(Timestamp left, Timestamp right)
        {
            return !left.Equals(right);
        }

        internal static long Milliseconds(DateTimeOffset time)
        {
            // Down, also before 1970: the library has no finer time.
            var ticks = time.UtcTicks - Epoch.UtcTicks;
            var whole = ticks / TimeSpan.TicksPerMillisecond;
            return ticks % TimeSpan.TicksPerMillisecond < 0 ? whole - 1 : whole;
        }

        internal static long Seconds(DateTimeOffset time)
        {
            var milliseconds = Milliseconds(time);
            return milliseconds % 1000 < 0 ? milliseconds / 1000 - 1 : milliseconds / 1000;
        }

        internal static Timestamp Of(tillwire_time time)
        {
            var offset = time.has_offset == 0 ? (TimeSpan?)null : TimeSpan.FromMinutes(time.offset_minutes);
            return new Timestamp(time.unix_ms, offset);
        }

        internal tillwire_time ToNative()
        {
            return new tillwire_time
            {
                unix_ms = unixMilliseconds,
                offset_minutes = offset == null ? 0 : (int)offset.Value.TotalMinutes,
                has_offset = offset == null ? 0 : 1,
            };
        }
    }
}
