; The functions LLVM may call for copying, filling and comparing memory where there is no C library.
; Short blocks are done with overlapping words, long ones with the processor's string instructions
; or word by word.

define weak ptr @memcpy(ptr %to, ptr %from, i64 %length) nounwind "no-builtins" {
  %result = call ptr @memmove(ptr %to, ptr %from, i64 %length)
  ret ptr %result
}

define weak ptr @memmove(ptr %to, ptr %from, i64 %length) nounwind "no-builtins" {
entry:
  %is_short = icmp ult i64 %length, 8
  br i1 %is_short, label %short, label %long
short:
  %is_tiny = icmp ult i64 %length, 4
  br i1 %is_tiny, label %tiny, label %four
tiny:
  %is_empty = icmp eq i64 %length, 0
  br i1 %is_empty, label %done, label %bytes
bytes:
  %last = sub i64 %length, 1
  %middle = lshr i64 %length, 1
  %b0 = load i8, ptr %from, align 1
  %f1 = getelementptr i8, ptr %from, i64 %middle
  %b1 = load i8, ptr %f1, align 1
  %f2 = getelementptr i8, ptr %from, i64 %last
  %b2 = load i8, ptr %f2, align 1
  store i8 %b0, ptr %to, align 1
  %t1 = getelementptr i8, ptr %to, i64 %middle
  store i8 %b1, ptr %t1, align 1
  %t2 = getelementptr i8, ptr %to, i64 %last
  store i8 %b2, ptr %t2, align 1
  br label %done
four:
  %tail4 = sub i64 %length, 4
  %w0 = load i32, ptr %from, align 1
  %f3 = getelementptr i8, ptr %from, i64 %tail4
  %w1 = load i32, ptr %f3, align 1
  store i32 %w0, ptr %to, align 1
  %t3 = getelementptr i8, ptr %to, i64 %tail4
  store i32 %w1, ptr %t3, align 1
  br label %done
long:
  %is_medium = icmp ule i64 %length, 16
  br i1 %is_medium, label %medium, label %direction
medium:
  %tail8 = sub i64 %length, 8
  %q0 = load i64, ptr %from, align 1
  %f4 = getelementptr i8, ptr %from, i64 %tail8
  %q1 = load i64, ptr %f4, align 1
  store i64 %q0, ptr %to, align 1
  %t4 = getelementptr i8, ptr %to, i64 %tail8
  store i64 %q1, ptr %t4, align 1
  br label %done
direction:
  %to_address = ptrtoint ptr %to to i64
  %from_address = ptrtoint ptr %from to i64
  %distance = sub i64 %to_address, %from_address
  %overlaps = icmp ult i64 %distance, %length
  br i1 %overlaps, label %backward, label %forward
; The last 16 bytes are read before anything is written and stored at the end.
forward:
  %tail16 = sub i64 %length, 16
  %f5 = getelementptr i8, ptr %from, i64 %tail16
  %tail = load <16 x i8>, ptr %f5, align 1
  br label %forward_next
forward_next:
  %i = phi i64 [ 0, %forward ], [ %i_more, %forward_block ]
  %i_in = icmp ult i64 %i, %tail16
  br i1 %i_in, label %forward_block, label %forward_end
forward_block:
  %f6 = getelementptr i8, ptr %from, i64 %i
  %block = load <16 x i8>, ptr %f6, align 1
  %t6 = getelementptr i8, ptr %to, i64 %i
  store <16 x i8> %block, ptr %t6, align 1
  %i_more = add i64 %i, 16
  br label %forward_next
forward_end:
  %t5 = getelementptr i8, ptr %to, i64 %tail16
  store <16 x i8> %tail, ptr %t5, align 1
  br label %done
backward:
  %head = load <16 x i8>, ptr %from, align 1
  br label %backward_next
backward_next:
  %j = phi i64 [ %length, %backward ], [ %j_less, %backward_block ]
  %j_in = icmp ugt i64 %j, 16
  br i1 %j_in, label %backward_block, label %backward_end
backward_block:
  %j_less = sub i64 %j, 16
  %f7 = getelementptr i8, ptr %from, i64 %j_less
  %block_back = load <16 x i8>, ptr %f7, align 1
  %t7 = getelementptr i8, ptr %to, i64 %j_less
  store <16 x i8> %block_back, ptr %t7, align 1
  br label %backward_next
backward_end:
  store <16 x i8> %head, ptr %to, align 1
  br label %done
done:
  ret ptr %to
}

define weak ptr @memset(ptr %to, i32 %value, i64 %length) nounwind "no-builtins" {
entry:
  %byte = trunc i32 %value to i8
  %is_short = icmp ult i64 %length, 16
  br i1 %is_short, label %byte_next, label %long
byte_next:
  %i = phi i64 [ 0, %entry ], [ %i_more, %byte_one ]
  %i_in = icmp ult i64 %i, %length
  br i1 %i_in, label %byte_one, label %done
byte_one:
  %at = getelementptr i8, ptr %to, i64 %i
  store volatile i8 %byte, ptr %at
  %i_more = add i64 %i, 1
  br label %byte_next
long:
  %one = insertelement <16 x i8> poison, i8 %byte, i64 0
  %block = shufflevector <16 x i8> %one, <16 x i8> poison, <16 x i32> zeroinitializer
  %last = sub i64 %length, 16
  br label %block_next
block_next:
  %j = phi i64 [ 0, %long ], [ %j_more, %block_one ]
  %block_at = getelementptr i8, ptr %to, i64 %j
  store <16 x i8> %block, ptr %block_at, align 1
  %j_in = icmp ult i64 %j, %last
  br i1 %j_in, label %block_one, label %done
block_one:
  %j_step = add i64 %j, 16
  %j_more = call i64 @llvm.umin.i64(i64 %j_step, i64 %last)
  br label %block_next
done:
  ret ptr %to
}

define weak i32 @memcmp(ptr %left, ptr %right, i64 %length) nounwind "no-builtins" {
entry:
  br label %word_next
word_next:
  %i = phi i64 [ 0, %entry ], [ %i_more, %word ]
  %rest = sub i64 %length, %i
  %has_word = icmp uge i64 %rest, 8
  br i1 %has_word, label %compare, label %byte_next
compare:
  %word_left_at = getelementptr i8, ptr %left, i64 %i
  %word_right_at = getelementptr i8, ptr %right, i64 %i
  %word_left = load i64, ptr %word_left_at, align 1
  %word_right = load i64, ptr %word_right_at, align 1
  %same_word = icmp eq i64 %word_left, %word_right
  br i1 %same_word, label %word, label %byte_next
word:
  %i_more = add i64 %i, 8
  br label %word_next
byte_next:
  %j = phi i64 [ %i, %word_next ], [ %i, %compare ], [ %j_more, %same ]
  %is_end = icmp eq i64 %j, %length
  br i1 %is_end, label %equal, label %byte
byte:
  %byte_left_at = getelementptr i8, ptr %left, i64 %j
  %byte_right_at = getelementptr i8, ptr %right, i64 %j
  %byte_left = load i8, ptr %byte_left_at
  %byte_right = load i8, ptr %byte_right_at
  %same_byte = icmp eq i8 %byte_left, %byte_right
  br i1 %same_byte, label %same, label %differs
same:
  %j_more = add i64 %j, 1
  br label %byte_next
differs:
  %wide_left = zext i8 %byte_left to i32
  %wide_right = zext i8 %byte_right to i32
  %difference = sub i32 %wide_left, %wide_right
  ret i32 %difference
equal:
  ret i32 0
}

define weak i32 @bcmp(ptr %left, ptr %right, i64 %length) nounwind "no-builtins" {
  %result = call i32 @memcmp(ptr %left, ptr %right, i64 %length)
  ret i32 %result
}
