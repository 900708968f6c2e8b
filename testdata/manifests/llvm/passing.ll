; What `passing` exports, for x86_64-linux-gnu.
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

; export struct Empty {}
; 0 bytes, aligned to 1

; export struct Pair {
;     a: Integer,
;     b: Integer,
; }
; 16 bytes, aligned to 8

; export struct Small {
;     a: Byte,
;     b: Integer16,
; }
; 4 bytes, aligned to 2

; export struct Odd {
;     bytes: [Byte; 3],
; }
; 3 bytes, aligned to 1

; export struct Floats {
;     x: Float32,
;     y: Float32,
;     z: Float32,
; }
; 12 bytes, aligned to 4

; export struct Mixed {
;     a: Integer,
;     b: Float,
; }
; 16 bytes, aligned to 8

; export struct Large {
;     a: Integer,
;     b: Integer,
;     c: Integer,
; }
; 24 bytes, aligned to 8

; export struct Counted {
;     values: [Float; count],
; }
; 24 bytes, aligned to 8

; export opaque struct Handle {
;     hidden: Large,
; }

; export union Shape {
;     none,
;     circle: Float,
;     square: Pair,
; }
; 24 bytes, aligned to 8

; export struct Foreign {
;     value: other::Value,
; }
; Its size depends on types of other units.

; export fn nothing() -> Nil;
declare void @_PM7passingEF7nothing()

; export fn nils(a: Nil, b: Empty, c: [Integer; 0]) -> Empty;
declare void @_PM7passingEF4nils()

; export fn integers(a: Integer8, b: Unsigned8, c: Integer16, d: Unsigned16, e: Integer32, f: Unsigned32, g: Integer, h: Unsigned64) -> Integer8;
declare signext i8 @_PM7passingEF8integers(i8 signext, i8 zeroext, i16 signext, i16 zeroext, i32, i32, i64, i64)

; export fn unsigned(a: Unsigned16) -> Byte;
declare zeroext i8 @_PM7passingEF8unsigned(i16 zeroext)

; export fn booleans(a: Boolean) -> Boolean;
declare zeroext i1 @_PM7passingEF8booleans(i1 zeroext)

; export fn floats(a: Float, b: Float32) -> Float32;
declare float @_PM7passingEF6floats(double, float)

; export fn pointers(a: *Integer, b: *?Handle, c: *[]Byte, d: fn(Integer) -> Nil) -> *?Integer;
declare ptr @_PM7passingEF8pointers(ptr, ptr, ptr, i64, ptr)

; export fn slices(a: *[]Pair) -> *[]Pair;
declare { ptr, i64 } @_PM7passingEF6slices(ptr, i64)

; export fn tuples(a: (Integer, Float), b: (Byte, Byte, Byte)) -> (Float, Float);
declare { double, double } @_PM7passingEF6tuples(i64, double, i64)

; export fn arrays(a: [Byte; 5], b: [Integer; 3]) -> [Float32; 2];
declare double @_PM7passingEF6arrays(i64, ptr byval([3 x i64]) align 8)

; export fn pairs(a: Pair, b: Small, c: Odd) -> Pair;
declare { i64, i64 } @_PM7passingEF5pairs(i64, i64, i32, i64)

; export fn vectors(a: Floats, b: Mixed) -> Mixed;
declare { i64, double } @_PM7passingEF7vectors(double, float, i64, double)

; export fn large(a: Large, b: Counted) -> Large;
declare void @_PM7passingEF5large(ptr sret([3 x i64]), ptr byval([3 x i64]) align 8, ptr byval([3 x i64]) align 8)

; export fn unions(a: Shape) -> Shape;
declare void @_PM7passingEF6unions(ptr sret([3 x i64]), ptr byval([3 x i64]) align 8)

; export fn registers(a: Pair, b: Pair, c: Pair, d: Pair, e: Mixed) -> Nil;
declare void @_PM7passingEF9registers(i64, i64, i64, i64, i64, i64, ptr byval([2 x i64]) align 8, ptr byval([2 x i64]) align 8)

; export fn returned(a: Pair, b: Pair, c: Pair) -> Large;
declare void @_PM7passingEF8returned(ptr sret([3 x i64]), i64, i64, i64, i64, ptr byval([2 x i64]) align 8)

; export fn behind(a: *other::Value, b: *Listed, c: *[]elsewhere::Third) -> *?Listed;
declare ptr @_PM7passingEF6behind(ptr, ptr, ptr, i64)

; export fn unknown(a: other::Value) -> Integer;
; How its values travel depends on types of other units.
declare void @_PM7passingEF7unknown(...)

; export fn given() -> Listed;
; How its values travel depends on types of other units.
declare void @_PM7passingEF5given(...)

; export fn held(a: Foreign) -> Nil;
; How its values travel depends on types of other units.
declare void @_PM7passingEF4held(...)

; export inline fn inlined(x: Integer) -> Integer;
declare i64 @_PM7passingEF7inlined(i64)

; export fn defined_elsewhere(x: Small) -> Integer;
declare i64 @_PM7passingEF17defined_elsewhere(i32)

; export extern fn printf(format: *Byte, ...) -> Integer32;
declare i32 @printf(ptr, ...)

; export extern fn div(a: Integer32, b: Small) -> Pair;
declare { i64, i64 } @div(i32, i32)

; export var level: Integer;
@_PM7passingEV5level = external global i64, align 8

; export var flag: Boolean;
@_PM7passingEV4flag = external global i8, align 1

; export var place: Large;
@_PM7passingEV5place = external global [3 x i64], align 8

; export var foreign: *?Foreign;
@_PM7passingEV7foreign = external global ptr, align 8

; export const size: Integer := 8;
@_PM7passingEV4size = external constant i64, align 8

; export const text: *[]Byte := "text";
@_PM7passingEV4text = external constant [2 x i64], align 8

; export const table: [Integer16; count] := [1, 2, 3];
@_PM7passingEV5table = external constant [3 x i16], align 2
