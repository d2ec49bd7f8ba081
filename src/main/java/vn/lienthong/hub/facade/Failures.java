package vn.lienthong.hub.facade;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.problem.Problem;

/** Where the servlet container sends what failed outside every controller. */
@RestController
final class Failures implements ErrorController {
    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<byte[]> answer(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return Problems.answer(Problem.of(Problems.byStatus(status)), HttpHeaders.EMPTY);
    }
}
