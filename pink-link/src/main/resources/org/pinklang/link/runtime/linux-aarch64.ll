; Linux on 64-bit ARM: system calls by number.

define internal i64 @system_call_of_six(i64 %number, i64 %a, i64 %b, i64 %c, i64 %d, i64 %e, i64 %f) nounwind {
  %result = call i64 asm sideeffect "svc #0", "={x0},{x8},{x0},{x1},{x2},{x3},{x4},{x5},~{memory}"(i64 %number, i64 %a, i64 %b, i64 %c, i64 %d, i64 %e, i64 %f)
  ret i64 %result
}
