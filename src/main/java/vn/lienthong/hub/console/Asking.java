package vn.lienthong.hub.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.core.annotation.AuthenticationPrincipal;

/** The person at the desk, as {@link vn.lienthong.hub.security.Caller}. */
@AuthenticationPrincipal(expression = "caller()", errorOnInvalidType = true)
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface Asking {}
