"""Shows Pink's slices and unions in gdb: `source docs/pink-gdb.py`."""

import gdb


class Slice:
    """The elements; of a slice of bytes the text."""

    def __init__(self, value):
        self._pointer = value["pointer"]
        self._length = max(0, int(value["length"]))
        self._is_text = self._pointer.type.target().name == "Byte"

    def to_string(self):
        return self._pointer.lazy_string("UTF-8", self._length) if self._is_text else None

    def display_hint(self):
        return "string" if self._is_text else "array"

    def children(self):
        # Gdb stops asking at its own limit, so a wrong length costs nothing.
        count = 0 if self._is_text else self._length
        return ((str(i), (self._pointer + i).dereference()) for i in range(count))


class Union:
    """The alternative that the tag names, with what it carries."""

    def __init__(self, value):
        self._value = value
        self._tag = str(value["tag"])
        fields = value.type.strip_typedefs().fields()
        carrying = fields[1].type.fields() if len(fields) > 1 else []
        self._carries = any(field.name == self._tag for field in carrying)

    def to_string(self):
        return None if self._carries else self._tag

    def children(self):
        return iter([(self._tag, self._value[self._tag])] if self._carries else [])


def printer(value):
    """The printer of a value, None for what gdb shows well by itself."""
    shown = value.type.strip_typedefs()
    if shown.code != gdb.TYPE_CODE_STRUCT or shown.name is None:
        return None
    if shown.name.startswith("*[]"):
        return Slice(value)
    fields = shown.fields()
    is_union = fields and fields[0].name == "tag" and fields[0].type.name == shown.name + ".tag"
    return Union(value) if is_union else None


gdb.pretty_printers.append(printer)
