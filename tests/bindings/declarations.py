"""Compares what C# declares with include/tillwire.h, name by name: functions with their parameters and calling convention,
constants with their values, structs with their fields. Nothing of the header may be missing."""

import re

# What P/Invoke may write for a C type.
PARAMETERS = {
    "int32_t": {"int"},
    "int64_t": {"long"},
    "size_t": {"UIntPtr"},
    "const char *": {"byte[]"},
    "const uint8_t *": {"byte[]"},
    "const int32_t *": {"int[]"},
    "char *": {"[Out] byte[]", "IntPtr"},
    "int32_t *": {"out int"},
    "int64_t *": {"out long"},
    "size_t *": {"out UIntPtr"},
}
RESULTS = {"void": "void", "int32_t": "int", "size_t": "UIntPtr"}
MEMBERS = {"int64_t": "public long {}", "int32_t": "public int {}"}
TEXT_MEMBER = "[MarshalAs(UnmanagedType.ByValArray, SizeConst = {})] public byte[] {}"


def spaced(text):
    return " ".join(text.split())


class Header:
    """The declarations of a C header."""

    def __init__(self, source):
        source = re.sub(r"/\*.*?\*/", " ", source, flags=re.DOTALL)
        self.constants = {
            name: int(value)
            for name, value in re.findall(r"#define (TILLWIRE_\w+) \(?(-?\d+)\)?\s*$", source, re.MULTILINE)
        }
        self.structs = {
            name: [spaced(member) for member in members.split(";") if member.strip()]
            for members, name in re.findall(r"typedef struct \w+ \{(.*?)\} (\w+);", source, re.DOTALL)
        }
        declarations = re.findall(r"^TILLWIRE_API (.*?)TILLWIRE_CALL (\w+)\((.*?)\);", source, re.MULTILINE | re.DOTALL)
        self.functions = {name: (spaced(result), self.types(given)) for result, name, given in declarations}
        assert self.constants and self.structs and self.functions, "the header declares nothing"

    @staticmethod
    def types(parameters):
        parameters = [spaced(parameter) for parameter in parameters.split(",")]
        return [re.sub(r"\w+$", "", parameter).strip() for parameter in parameters if parameter != "void"]

    def result(self, ctype):
        return "IntPtr" if ctype.endswith("*") else RESULTS[ctype]

    def parameter(self, ctype):
        if ctype in PARAMETERS:
            return PARAMETERS[ctype]
        # Whether a safe handle holds it: `EventHandle` for `tillwire_event`.
        name = ctype.removeprefix("const ").rstrip("* ")
        handle = name.removeprefix("tillwire_").capitalize() + "Handle"
        if ctype.endswith("**"):
            return {"out IntPtr", f"out {handle}"}
        if name in self.structs:
            return {f"ref {name}", f"[In] {name}[]"} if ctype.startswith("const ") else {f"out {name}"}
        return {"IntPtr", handle}

    def members(self, name):
        for member in self.structs[name]:
            ctype, field, size = re.fullmatch(r"(\w+) (\w+)(?:\[(\d+)\])?", member).groups()
            yield TEXT_MEMBER.format(size, field) if size else MEMBERS[ctype].format(field)


def differences(header, source):
    """What a C# source declares otherwise than the header, or not at all."""
    source = re.sub(r"//.*", "", source)
    found = []
    declared = r"\[DllImport\(([^()]*)\)\]\s*internal static extern (\w+) (\w+)\(([^()]*)\);"
    functions = re.findall(declared, source)
    if len(functions) != source.count("extern"):
        found.append("some functions are declared in a form that is not understood here")
    for settings, result, name, parameters in functions:
        if spaced(settings) != "Library, CallingConvention = Cdecl":
            found.append(f"{name}: imported as {settings}")
        if name not in header.functions:
            found.append(f"{name}: the header has no such function")
            continue
        c_result, c_parameters = header.functions[name]
        given = [spaced(parameter).rpartition(" ")[0] for parameter in parameters.split(",") if parameter.strip()]
        if result != header.result(c_result):
            found.append(f"{name}: returns {result} for {c_result}")
        if len(given) != len(c_parameters):
            found.append(f"{name}: {len(given)} parameters for {len(c_parameters)}")
        for position, (type_given, ctype) in enumerate(zip(given, c_parameters), 1):
            if type_given not in header.parameter(ctype):
                found.append(f"{name}: parameter {position} is {type_given} for {ctype}")

    declared = [
        constant for declaration in re.findall(r"const int ([^;]*);", source) for constant in declaration.split(",")
    ]
    constants = [spaced(constant).split(" = ") for constant in declared if "TILLWIRE_" in constant]
    for name, value in constants:
        if header.constants.get(name) != int(value):
            found.append(f"{name}: {value} for {header.constants.get(name)}")

    structs = re.findall(r"(\[[^\]]*\])\s*internal struct (tillwire_\w+)\s*\{(.*?)\}", source, re.DOTALL)
    if len(structs) != len(re.findall(r"\bstruct ", source)):
        found.append("some structs are declared in a form that is not understood here")
    for layout, name, members in structs:
        if layout != "[StructLayout(LayoutKind.Sequential)]":
            found.append(f"{name}: laid out by {layout}")
        given = [spaced(member) for member in members.split(";") if member.strip()]
        if given != list(header.members(name)):
            found.append(f"{name}: {given} for {header.structs[name]}")
    if "CallingConvention Cdecl = CallingConvention.Cdecl;" not in source:
        found.append("Cdecl is not CallingConvention.Cdecl")
    stated = {name for _, _, name, _ in functions} | {name for name, _ in constants} | {name for _, name, _ in structs}
    missing = {*header.functions, *header.constants, *header.structs} - stated
    return found + [f"{name} is missing" for name in sorted(missing)]
