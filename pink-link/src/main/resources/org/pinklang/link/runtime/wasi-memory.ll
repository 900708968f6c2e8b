; WebAssembly's one memory, which only grows: pieces that were given back are kept in order of their
; addresses, joined with their neighbours, and given out again. And the functions LLVM may call for
; copying, filling and comparing memory, whose sizes have 32 bits.

; Behind the stack, at address 0, and all data.
@__heap_base = external hidden global i8

; A piece that is not in use begins with the next one's address and its own size.
%piece = type { ptr, i32 }

@free_pieces = internal global ptr null, align 4
; What lies between these was never given out.
@fresh = internal global i32 0, align 4
@fresh_end = internal global i32 0, align 4

declare i32 @llvm.wasm.memory.grow.i32(i32 immarg, i32)
declare i32 @llvm.wasm.memory.size.i32(i32 immarg)
declare void @llvm.memmove.p0.p0.i32(ptr, ptr, i32, i1 immarg)
declare void @llvm.memset.p0.i32(ptr, i8, i32, i1 immarg)

; Zeros where the memory is fresh, which is where it was never given back.
define internal i64 @system_map(i64 %size) nounwind {
entry:
  %too_large = icmp ugt i64 %size, 2147483632
  br i1 %too_large, label %no_memory, label %round
round:
  %short = trunc i64 %size to i32
  %up = add i32 %short, 15
  %rounded = and i32 %up, -16
  %needed = call i32 @llvm.umax.i32(i32 %rounded, i32 16)
  br label %look
look:
  %link = phi ptr [ @free_pieces, %round ], [ %piece, %pass ]
  %piece = load ptr, ptr %link
  %none = icmp eq ptr %piece, null
  br i1 %none, label %take_fresh, label %examine
examine:
  %size_at = getelementptr %piece, ptr %piece, i32 0, i32 1
  %held = load i32, ptr %size_at
  %fits = icmp uge i32 %held, %needed
  br i1 %fits, label %take, label %pass
pass:
  br label %look
; The end of the piece is given out, so that the rest need not be moved in the list.
take:
  %left = sub i32 %held, %needed
  %is_whole = icmp eq i32 %left, 0
  br i1 %is_whole, label %unlink, label %cut
unlink:
  %next = load ptr, ptr %piece
  store ptr %next, ptr %link
  br label %taken
cut:
  store i32 %left, ptr %size_at
  br label %taken
taken:
  %given = getelementptr i8, ptr %piece, i32 %left
  %given_address = ptrtoint ptr %given to i64
  ret i64 %given_address
take_fresh:
  %address = call i32 @take_fresh(i32 %needed)
  %failed = icmp eq i32 %address, 0
  %wide = zext i32 %address to i64
  %answer = select i1 %failed, i64 -12, i64 %wide
  ret i64 %answer
no_memory:
  ret i64 -12
}

; The address of memory that was never given out, or 0.
define internal i32 @take_fresh(i32 %size) nounwind {
entry:
  %known = load i32, ptr @fresh
  %is_first = icmp eq i32 %known, 0
  br i1 %is_first, label %first, label %take
first:
  %base = ptrtoint ptr @__heap_base to i32
  %base_up = add i32 %base, 15
  %base_aligned = and i32 %base_up, -16
  %pages = call i32 @llvm.wasm.memory.size.i32(i32 0)
  %end_of_memory = mul i32 %pages, 65536
  store i32 %base_aligned, ptr @fresh
  store i32 %end_of_memory, ptr @fresh_end
  br label %take
take:
  %from = load i32, ptr @fresh
  %end = load i32, ptr @fresh_end
  %left = sub i32 %end, %from
  %fits = icmp uge i32 %left, %size
  br i1 %fits, label %give, label %grow
grow:
  %up = add i32 %size, 65535
  %wanted = lshr i32 %up, 16
  %old_pages = call i32 @llvm.wasm.memory.grow.i32(i32 0, i32 %wanted)
  %refused = icmp eq i32 %old_pages, -1
  br i1 %refused, label %no_memory, label %grown
grown:
  %start = mul i32 %old_pages, 65536
  %bytes = mul i32 %wanted, 65536
  %new_end = add i32 %start, %bytes
  store i32 %new_end, ptr @fresh_end
  ; What C code grew in between is not ours.
  %is_next = icmp eq i32 %start, %end
  %new_from = select i1 %is_next, i32 %from, i32 %start
  br label %give
give:
  %address = phi i32 [ %from, %take ], [ %new_from, %grown ]
  %behind = add i32 %address, %size
  store i32 %behind, ptr @fresh
  ret i32 %address
no_memory:
  ret i32 0
}

define internal i64 @system_unmap(ptr %memory, i64 %length) nounwind {
entry:
  %short = trunc i64 %length to i32
  %up = add i32 %short, 15
  %rounded = and i32 %up, -16
  %size = call i32 @llvm.umax.i32(i32 %rounded, i32 16)
  br label %look
look:
  %link = phi ptr [ @free_pieces, %entry ], [ %next, %pass ]
  %next = load ptr, ptr %link
  %none = icmp eq ptr %next, null
  %above = icmp ugt ptr %next, %memory
  %here = or i1 %none, %above
  br i1 %here, label %insert, label %pass
pass:
  br label %look
insert:
  %size_at = getelementptr %piece, ptr %memory, i32 0, i32 1
  store ptr %next, ptr %memory
  store i32 %size, ptr %size_at
  store ptr %memory, ptr %link
  call void @join_with_next(ptr %memory)
  %is_first = icmp eq ptr %link, @free_pieces
  br i1 %is_first, label %done, label %join
join:
  call void @join_with_next(ptr %link)
  br label %done
done:
  ret i64 0
}

; Makes a piece and the next in the list one where they touch. A link is the beginning of a piece.
define internal void @join_with_next(ptr %piece) nounwind {
entry:
  %size_at = getelementptr %piece, ptr %piece, i32 0, i32 1
  %size = load i32, ptr %size_at
  %end = getelementptr i8, ptr %piece, i32 %size
  %next = load ptr, ptr %piece
  %touch = icmp eq ptr %end, %next
  br i1 %touch, label %join, label %done
join:
  %next_size_at = getelementptr %piece, ptr %next, i32 0, i32 1
  %next_size = load i32, ptr %next_size_at
  %following = load ptr, ptr %next
  %whole = add i32 %size, %next_size
  store ptr %following, ptr %piece
  store i32 %whole, ptr %size_at
  br label %done
done:
  ret void
}

define weak ptr @memcpy(ptr %to, ptr %from, i32 %length) nounwind {
  call void @llvm.memmove.p0.p0.i32(ptr %to, ptr %from, i32 %length, i1 false)
  ret ptr %to
}

define weak ptr @memmove(ptr %to, ptr %from, i32 %length) nounwind {
  call void @llvm.memmove.p0.p0.i32(ptr %to, ptr %from, i32 %length, i1 false)
  ret ptr %to
}

define weak ptr @memset(ptr %to, i32 %value, i32 %length) nounwind {
  %byte = trunc i32 %value to i8
  call void @llvm.memset.p0.i32(ptr %to, i8 %byte, i32 %length, i1 false)
  ret ptr %to
}

define weak i32 @memcmp(ptr %left, ptr %right, i32 %length) nounwind "no-builtins" {
entry:
  br label %next
next:
  %i = phi i32 [ 0, %entry ], [ %more, %same ]
  %end = icmp eq i32 %i, %length
  br i1 %end, label %equal, label %compare
compare:
  %left_at = getelementptr i8, ptr %left, i32 %i
  %right_at = getelementptr i8, ptr %right, i32 %i
  %left_byte = load i8, ptr %left_at
  %right_byte = load i8, ptr %right_at
  %is_same = icmp eq i8 %left_byte, %right_byte
  br i1 %is_same, label %same, label %differs
same:
  %more = add i32 %i, 1
  br label %next
differs:
  %wide_left = zext i8 %left_byte to i32
  %wide_right = zext i8 %right_byte to i32
  %difference = sub i32 %wide_left, %wide_right
  ret i32 %difference
equal:
  ret i32 0
}

define weak i32 @bcmp(ptr %left, ptr %right, i32 %length) nounwind "no-builtins" {
  %result = call i32 @memcmp(ptr %left, ptr %right, i32 %length)
  ret i32 %result
}

declare i32 @llvm.umax.i32(i32, i32)
