package vn.lienthong.hub.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import vn.lienthong.hub.security.DeskConfiguration;
import vn.lienthong.hub.security.Door;
import vn.lienthong.hub.security.Right;
import vn.lienthong.hub.security.Roles;

/** What every page of the desk stands on: words, language, files for the browser, the door. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebMvcConfigurer {
    static final String[] PEOPLE = {Roles.OPS, Roles.AUDITOR, Roles.INTEGRATOR};

    private static final String WORDS = "console/messages/";
    private static final String ENGLISH = "_en.properties";
    private static final Duration A_YEAR = Duration.ofDays(365);

    @Bean
    Door deskDoor() {
        return new Door(
                Right.open(Assets.PATH + "/*/*"),
                Right.open(DeskConfiguration.SIGNED_OUT),
                Right.of(HttpMethod.POST, DeskConfiguration.SIGN_OUT, PEOPLE));
    }

    /** Each file of words that has an English one beside it. */
    @Bean
    MessageSource messageSource() {
        var words = new ResourceBundleMessageSource();
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setFallbackToSystemLocale(false);
        words.setBasenames(basenames());
        return words;
    }

    private static String[] basenames() {
        try {
            var english = new PathMatchingResourcePatternResolver().getResources("classpath*:" + WORDS + "*" + ENGLISH);
            return Arrays.stream(english)
                    .map(file -> Objects.requireNonNull(file.getFilename()))
                    .map(name -> WORDS + name.substring(0, name.length() - ENGLISH.length()))
                    .sorted()
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Vietnamese until somebody chooses otherwise. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("hub-language");
        resolver.setDefaultLocale(Locale.forLanguageTag("vi"));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setCookieMaxAge(A_YEAR);
        resolver.setRejectInvalidCookies(false);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language).addPathPatterns(DeskConfiguration.DESK + "/**");
    }
}
