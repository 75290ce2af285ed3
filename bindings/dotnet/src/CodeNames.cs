// The names of codes, and the platforms' own words.
using System;
using System.Collections.Generic;

namespace Tillwire
{
    public static partial class CodeNames
    {
        static string Of(int group, long code)
        {
            TillwireLibrary.Check();
            return Utf8.Text(Native.tillwire_name(group, code));
        }
    }

    /// <summary>A code or word of a platform, and what it means.</summary>
    public sealed class Word
    {
        /// <summary>The code or word as it stands in documents.</summary>
        public string Code { get; private set; }

        /// <summary>Its name; the same as the code where the platform writes words.</summary>
        public string Name { get; private set; }

        /// <summary>What it means, a code of the enumeration that the vocabulary names; null where it means nothing to the
        /// library.</summary>
        public long? Meaning { get; private set; }

        Word()
        {
        }

        /// <summary>The words of a vocabulary; none where the library does not know it.</summary>
        public static IReadOnlyList<Word> Of(Vocabulary vocabulary)
        {
            var words = new List<Word>();
            TillwireLibrary.Check();
            for (uint position = 0; ; position++)
            {
                var code = Text(vocabulary, position, Native.TILLWIRE_WORD_CODE);
                if (code == null)
                    return words.AsReadOnly();
                long meaning;
                var means = Native.tillwire_word_int(
                    (int)vocabulary, (UIntPtr)position, Native.TILLWIRE_WORD_MEANING, out meaning);
                words.Add(new Word
                {
                    Code = code,
                    Name = Text(vocabulary, position, Native.TILLWIRE_WORD_NAME),
                    Meaning = means == Native.TILLWIRE_OK ? meaning : (long?)null,
                });
            }
        }

        static string Text(Vocabulary vocabulary, uint position, int field)
        {
            IntPtr error;
            var buffer = new byte[Native.TILLWIRE_WORD_SIZE];
            var status = Native.tillwire_word_text(
                (int)vocabulary, (UIntPtr)position, field, buffer, Utf8.Length(buffer), out error);
            return TillwireException.Check(status, error) ? Utf8.Text(buffer) : null;
        }
    }
}
