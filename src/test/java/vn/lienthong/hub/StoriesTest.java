package vn.lienthong.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertySource;

/** Stories stand side by side when the build runs them all. */
class StoriesTest {
    private static final Path TESTS = Path.of("src/test/java");

    /** By this Spring knows whether it has started such a hub before. */
    private record Started(SpringBootTest hub, @Nullable ContextConfiguration configuration, Set<Method> addresses) {}

    @Test
    void thoseThatShareAHubStandInLine() throws IOException {
        var sharing = stories()
                .filter(story -> AnnotatedElementUtils.hasAnnotation(story, SpringBootTest.class))
                .collect(Collectors.groupingBy(StoriesTest::started))
                .values()
                .stream()
                .filter(stories -> stories.size() > 1)
                .flatMap(List::stream)
                .toList();

        assertThat(sharing).hasSizeGreaterThan(40).allMatch(StoriesTest::standsInLine);
    }

    private static Stream<Class<?>> stories() throws IOException {
        try (var files = Files.walk(TESTS)) {
            return files
                    .map(TESTS::relativize)
                    .map(Path::toString)
                    .filter(file -> file.endsWith("IT.java"))
                    .map(file ->
                            file.substring(0, file.length() - ".java".length()).replace('/', '.'))
                    .toList()
                    .stream()
                    .map(StoriesTest::type);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, StoriesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Started started(Class<?> story) {
        Map<Method, Boolean> addresses = MethodIntrospector.selectMethods(
                story, (Method method) -> method.isAnnotationPresent(DynamicPropertySource.class) ? true : null);
        return new Started(
                AnnotatedElementUtils.findMergedAnnotation(story, SpringBootTest.class),
                AnnotatedElementUtils.findMergedAnnotation(story, ContextConfiguration.class),
                addresses.keySet());
    }

    private static boolean standsInLine(Class<?> story) {
        return AnnotationSupport.isAnnotated(story, ResourceLock.class)
                || AnnotationSupport.findAnnotation(story, Execution.class)
                        .filter(execution -> execution.value() == ExecutionMode.SAME_THREAD)
                        .isPresent();
    }
}
