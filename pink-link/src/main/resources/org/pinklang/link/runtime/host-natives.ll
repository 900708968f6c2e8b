; Java's native methods. Each begins a call, marks where an ending continues, and calls. A function's
; code finds its arguments in the registers that C prescribes, and ignores the others.

define i64 @call_long_2(ptr %env, ptr %class, ptr %program, ptr %function, i64 %g0, i64 %g1) nounwind {
start:
  %entry = alloca %entry, align 16
  %is_open = call i1 @begin(ptr %entry, ptr %env, ptr %program)
  br i1 %is_open, label %mark, label %failed
mark:
  %context = getelementptr %entry, ptr %entry, i64 0, i32 15
  %ended = call i32 @_setjmp(ptr %context) returns_twice
  %is_first = icmp eq i32 %ended, 0
  br i1 %is_first, label %call, label %failed
call:
  %result = call i64 %function(i64 %g0, i64 %g1)
  %stays_open = call i1 @end(ptr %entry)
  br i1 %stays_open, label %done, label %release
release:
  call void @release(ptr %env, ptr %entry)
  br label %done
done:
  ret i64 %result
failed:
  %ending = phi i32 [ 4, %start ], [ %ended, %mark ]
  call void @fail(ptr %env, ptr %entry, i32 %ending)
  ret i64 0
}

define i64 @call_long_6(ptr %env, ptr %class, ptr %program, ptr %function, i64 %g0, i64 %g1, i64 %g2, i64 %g3, i64 %g4, i64 %g5) nounwind {
start:
  %entry = alloca %entry, align 16
  %is_open = call i1 @begin(ptr %entry, ptr %env, ptr %program)
  br i1 %is_open, label %mark, label %failed
mark:
  %context = getelementptr %entry, ptr %entry, i64 0, i32 15
  %ended = call i32 @_setjmp(ptr %context) returns_twice
  %is_first = icmp eq i32 %ended, 0
  br i1 %is_first, label %call, label %failed
call:
  %result = call i64 %function(i64 %g0, i64 %g1, i64 %g2, i64 %g3, i64 %g4, i64 %g5)
  %stays_open = call i1 @end(ptr %entry)
  br i1 %stays_open, label %done, label %release
release:
  call void @release(ptr %env, ptr %entry)
  br label %done
done:
  ret i64 %result
failed:
  %ending = phi i32 [ 4, %start ], [ %ended, %mark ]
  call void @fail(ptr %env, ptr %entry, i32 %ending)
  ret i64 0
}

define i64 @call_long_floats(ptr %env, ptr %class, ptr %program, ptr %function, double %f0, double %f1, double %f2, double %f3) nounwind {
start:
  %entry = alloca %entry, align 16
  %is_open = call i1 @begin(ptr %entry, ptr %env, ptr %program)
  br i1 %is_open, label %mark, label %failed
mark:
  %context = getelementptr %entry, ptr %entry, i64 0, i32 15
  %ended = call i32 @_setjmp(ptr %context) returns_twice
  %is_first = icmp eq i32 %ended, 0
  br i1 %is_first, label %call, label %failed
call:
  %result = call i64 %function(double %f0, double %f1, double %f2, double %f3)
  %stays_open = call i1 @end(ptr %entry)
  br i1 %stays_open, label %done, label %release
release:
  call void @release(ptr %env, ptr %entry)
  br label %done
done:
  ret i64 %result
failed:
  %ending = phi i32 [ 4, %start ], [ %ended, %mark ]
  call void @fail(ptr %env, ptr %entry, i32 %ending)
  ret i64 0
}

define i64 @call_long_all(ptr %env, ptr %class, ptr %program, ptr %function, i64 %g0, i64 %g1, i64 %g2, i64 %g3, i64 %g4, i64 %g5, double %f0, double %f1, double %f2, double %f3, double %f4, double %f5, double %f6, double %f7) nounwind {
start:
  %entry = alloca %entry, align 16
  %is_open = call i1 @begin(ptr %entry, ptr %env, ptr %program)
  br i1 %is_open, label %mark, label %failed
mark:
  %context = getelementptr %entry, ptr %entry, i64 0, i32 15
  %ended = call i32 @_setjmp(ptr %context) returns_twice
  %is_first = icmp eq i32 %ended, 0
  br i1 %is_first, label %call, label %failed
call:
  %result = call i64 %function(i64 %g0, i64 %g1, i64 %g2, i64 %g3, i64 %g4, i64 %g5, double %f0, double %f1, double %f2, double %f3, double %f4, double %f5, double %f6, double %f7)
  %stays_open = call i1 @end(ptr %entry)
  br i1 %stays_open, label %done, label %release
release:
  call void @release(ptr %env, ptr %entry)
  br label %done
done:
  ret i64 %result
failed:
  %ending = phi i32 [ 4, %start ], [ %ended, %mark ]
  call void @fail(ptr %env, ptr %entry, i32 %ending)
  ret i64 0
}

define double @call_double_2(ptr %env, ptr %class, ptr %program, ptr %function, i64 %g0, i64 %g1) nounwind {
start:
  %entry = alloca %entry, align 16
  %is_open = call i1 @begin(ptr %entry, ptr %env, ptr %program)
  br i1 %is_open, label %mark, label %failed
mark:
  %context = getelementptr %entry, ptr %entry, i64 0, i32 15
  %ended = call i32 @_setjmp(ptr %context) returns_twice
  %is_first = icmp eq i32 %ended, 0
  br i1 %is_first, label %call, label %failed
call:
  %result = call double %function(i64 %g0, i64 %g1)
  %stays_open = call i1 @end(ptr %entry)
  br i1 %stays_open, label %done, label %release
release:
  call void @release(ptr %env, ptr %entry)
  br label %done
done:
  ret double %result
failed:
  %ending = phi i32 [ 4, %start ], [ %ended, %mark ]
  call void @fail(ptr %env, ptr %entry, i32 %ending)
  ret double 0.0
}

define double @call_double_6(ptr %env, ptr %class, ptr %program, ptr %function, i64 %g0, i64 %g1, i64 %g2, i64 %g3, i64 %g4, i64 %g5) nounwind {
start:
  %entry = alloca %entry, align 16
  %is_open = call i1 @begin(ptr %entry, ptr %env, ptr %program)
  br i1 %is_open, label %mark, label %failed
mark:
  %context = getelementptr %entry, ptr %entry, i64 0, i32 15
  %ended = call i32 @_setjmp(ptr %context) returns_twice
  %is_first = icmp eq i32 %ended, 0
  br i1 %is_first, label %call, label %failed
call:
  %result = call double %function(i64 %g0, i64 %g1, i64 %g2, i64 %g3, i64 %g4, i64 %g5)
  %stays_open = call i1 @end(ptr %entry)
  br i1 %stays_open, label %done, label %release
release:
  call void @release(ptr %env, ptr %entry)
  br label %done
done:
  ret double %result
failed:
  %ending = phi i32 [ 4, %start ], [ %ended, %mark ]
  call void @fail(ptr %env, ptr %entry, i32 %ending)
  ret double 0.0
}

define double @call_double_floats(ptr %env, ptr %class, ptr %program, ptr %function, double %f0, double %f1, double %f2, double %f3) nounwind {
start:
  %entry = alloca %entry, align 16
  %is_open = call i1 @begin(ptr %entry, ptr %env, ptr %program)
  br i1 %is_open, label %mark, label %failed
mark:
  %context = getelementptr %entry, ptr %entry, i64 0, i32 15
  %ended = call i32 @_setjmp(ptr %context) returns_twice
  %is_first = icmp eq i32 %ended, 0
  br i1 %is_first, label %call, label %failed
call:
  %result = call double %function(double %f0, double %f1, double %f2, double %f3)
  %stays_open = call i1 @end(ptr %entry)
  br i1 %stays_open, label %done, label %release
release:
  call void @release(ptr %env, ptr %entry)
  br label %done
done:
  ret double %result
failed:
  %ending = phi i32 [ 4, %start ], [ %ended, %mark ]
  call void @fail(ptr %env, ptr %entry, i32 %ending)
  ret double 0.0
}

define double @call_double_all(ptr %env, ptr %class, ptr %program, ptr %function, i64 %g0, i64 %g1, i64 %g2, i64 %g3, i64 %g4, i64 %g5, double %f0, double %f1, double %f2, double %f3, double %f4, double %f5, double %f6, double %f7) nounwind {
start:
  %entry = alloca %entry, align 16
  %is_open = call i1 @begin(ptr %entry, ptr %env, ptr %program)
  br i1 %is_open, label %mark, label %failed
mark:
  %context = getelementptr %entry, ptr %entry, i64 0, i32 15
  %ended = call i32 @_setjmp(ptr %context) returns_twice
  %is_first = icmp eq i32 %ended, 0
  br i1 %is_first, label %call, label %failed
call:
  %result = call double %function(i64 %g0, i64 %g1, i64 %g2, i64 %g3, i64 %g4, i64 %g5, double %f0, double %f1, double %f2, double %f3, double %f4, double %f5, double %f6, double %f7)
  %stays_open = call i1 @end(ptr %entry)
  br i1 %stays_open, label %done, label %release
release:
  call void @release(ptr %env, ptr %entry)
  br label %done
done:
  ret double %result
failed:
  %ending = phi i32 [ 4, %start ], [ %ended, %mark ]
  call void @fail(ptr %env, ptr %entry, i32 %ending)
  ret double 0.0
}

define void @call_block(ptr %env, ptr %class, ptr %program, ptr %function, ptr %registers) nounwind {
start:
  %entry = alloca %entry, align 16
  %is_open = call i1 @begin(ptr %entry, ptr %env, ptr %program)
  br i1 %is_open, label %mark, label %failed
mark:
  %context = getelementptr %entry, ptr %entry, i64 0, i32 15
  %ended = call i32 @_setjmp(ptr %context) returns_twice
  %is_first = icmp eq i32 %ended, 0
  br i1 %is_first, label %call, label %failed
call:
  call void @pink_host_call(ptr %function, ptr %registers)
  %stays_open = call i1 @end(ptr %entry)
  br i1 %stays_open, label %done, label %release
release:
  call void @release(ptr %env, ptr %entry)
  br label %done
done:
  ret void
failed:
  %ending = phi i32 [ 4, %start ], [ %ended, %mark ]
  call void @fail(ptr %env, ptr %entry, i32 %ending)
  ret void
}

; Whether a thread is inside the program, which has been marked as closed.
define i8 @ask_inside(ptr %env, ptr %class, ptr %program) nounwind {
  %is_inside = call i1 @is_inside(ptr %program)
  %answer = zext i1 %is_inside to i8
  ret i8 %answer
}

@name_long = private constant [9 x i8] c"callLong\00"
@type_call_long_2 = private constant [8 x i8] c"(JJJJ)J\00"
@type_call_long_6 = private constant [12 x i8] c"(JJJJJJJJ)J\00"
@type_call_long_floats = private constant [10 x i8] c"(JJDDDD)J\00"
@type_call_long_all = private constant [20 x i8] c"(JJJJJJJJDDDDDDDD)J\00"
@name_double = private constant [11 x i8] c"callDouble\00"
@type_call_double_2 = private constant [8 x i8] c"(JJJJ)D\00"
@type_call_double_6 = private constant [12 x i8] c"(JJJJJJJJ)D\00"
@type_call_double_floats = private constant [10 x i8] c"(JJDDDD)D\00"
@type_call_double_all = private constant [20 x i8] c"(JJJJJJJJDDDDDDDD)D\00"
@name_block = private constant [10 x i8] c"callBlock\00"
@type_block = private constant [7 x i8] c"(JJJ)V\00"
@name_inside = private constant [9 x i8] c"isInside\00"
@type_inside = private constant [5 x i8] c"(J)Z\00"

@natives = internal constant [10 x { ptr, ptr, ptr }] [
  { ptr, ptr, ptr } { ptr @name_long, ptr @type_call_long_2, ptr @call_long_2 },
  { ptr, ptr, ptr } { ptr @name_long, ptr @type_call_long_6, ptr @call_long_6 },
  { ptr, ptr, ptr } { ptr @name_long, ptr @type_call_long_floats, ptr @call_long_floats },
  { ptr, ptr, ptr } { ptr @name_long, ptr @type_call_long_all, ptr @call_long_all },
  { ptr, ptr, ptr } { ptr @name_double, ptr @type_call_double_2, ptr @call_double_2 },
  { ptr, ptr, ptr } { ptr @name_double, ptr @type_call_double_6, ptr @call_double_6 },
  { ptr, ptr, ptr } { ptr @name_double, ptr @type_call_double_floats, ptr @call_double_floats },
  { ptr, ptr, ptr } { ptr @name_double, ptr @type_call_double_all, ptr @call_double_all },
  { ptr, ptr, ptr } { ptr @name_block, ptr @type_block, ptr @call_block },
  { ptr, ptr, ptr } { ptr @name_inside, ptr @type_inside, ptr @ask_inside }
]
