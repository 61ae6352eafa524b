package io.github.milvusspring.data.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which package may know which, and other laws of this module.
 */
class ArchitectureTests {

	private static final String BASE = "io.github.milvusspring.data.";

	private static final JavaClasses MAIN = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.github.milvusspring.data");

	/** The packages from the ground up, each with the packages that it may know. */
	private static final Map<String, Set<String>> PACKAGES = packages();

	private static Map<String, Set<String>> packages() {
		Map<String, Set<String>> packages = new LinkedHashMap<>();
		packages.put("model", Set.of());
		packages.put("wire.column", Set.of("model"));
		packages.put("wire", Set.of("wire.column", "model"));
		packages.put("connection", Set.of("wire", "model"));
		packages.put("mapping.type", Set.of("model"));
		packages.put("mapping", Set.of("mapping.type", "model"));
		packages.put("query", Set.of("mapping.type", "model"));
		packages.put("convert.json", Set.of("model"));
		packages.put("convert", Set.of("convert.json", "mapping", "mapping.type", "wire.column", "model"));
		packages.put("write", Set.of("model"));
		packages.put("embedding", Set.of());
		packages.put("admin", Set.of("connection", "wire", "mapping", "model"));
		packages.put("execution", Set.of("admin", "embedding", "convert", "write", "query", "connection", "wire",
				"wire.column", "mapping", "model"));
		packages.put("core", Set.of("execution", "admin", "embedding", "convert", "write", "query", "connection",
				"wire", "mapping", "model"));
		packages.put("rebuild", Set.of("core", "admin", "convert", "mapping", "write", "query", "model"));
		packages.put("repository", Set.of("write", "query", "model"));
		packages.put("repository.support",
				Set.of("repository", "core", "convert", "write", "query", "mapping", "model"));
		packages.put("repository.config", Set.of("repository.support", "repository", "mapping"));
		return packages;
	}

	static Stream<ArchRule> directions() {
		return PACKAGES.entrySet().stream().map((entry) -> only(entry.getKey(), entry.getValue()));
	}

	private static ArchRule only(String name, Set<String> allowed) {
		String[] forbidden = PACKAGES.keySet()
			.stream()
			.filter((one) -> !one.equals(name) && !allowed.contains(one))
			.map((one) -> BASE + one)
			.toArray(String[]::new);
		return noClasses().that()
			.resideInAPackage(BASE + name)
			.should()
			.dependOnClassesThat(resideInAnyPackage(forbidden))
			.as("package " + name + " knows only " + allowed);
	}

	static ArchRule onlyWireKnowsTheProtocol() {
		return noClasses().that()
			.resideOutsideOfPackages("..wire..", "..connection..")
			.should()
			.dependOnClassesThat(
					resideInAnyPackage("io.milvus.grpc..", "io.milvus.shaded..", "com.google.protobuf..", "io.grpc.."))
			.as("only wire and connection know gRPC and protobuf");
	}

	static ArchRule onlyFewKnowTheSdk() {
		return noClasses().that()
			.resideOutsideOfPackages("..wire..", "..connection..")
			.and()
			.doNotHaveFullyQualifiedName(BASE + "core.MilvusClientCallback")
			.and()
			.doNotHaveFullyQualifiedName(BASE + "core.MilvusTemplate")
			.and()
			.doNotHaveFullyQualifiedName(BASE + "core.MilvusOperations")
			.should()
			.dependOnClassesThat(resideInAPackage("io.milvus.."))
			.as("only wire, connection and the callback know the SDK");
	}

	static ArchRule noSpringBoot() {
		return noClasses().should()
			.dependOnClassesThat(resideInAPackage("org.springframework.boot.."))
			.as("no class knows Spring Boot");
	}

	static ArchRule noEmptyNames() {
		return noClasses().should()
			.haveNameMatching(".*(Impl|Utils?|Helper|Manager)")
			.as("every class has the name of a concept");
	}

	static ArchRule noStaticState() {
		return fields().that()
			.areStatic()
			.and(doNotBelongTo("the compiler", (field) -> field.getModifiers().contains(JavaModifier.SYNTHETIC)))
			.should()
			.beFinal()
			.as("no static field changes");
	}

	private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaField> doNotBelongTo(String owner,
			java.util.function.Predicate<com.tngtech.archunit.core.domain.JavaField> predicate) {
		return DescribedPredicate.describe("do not belong to " + owner, predicate.negate());
	}

	static ArchRule noCycles() {
		return SlicesRuleDefinition.slices().matching("io.github.milvusspring.(**)").should().beFreeOfCycles();
	}

	static Stream<ArchRule> laws() {
		return Stream.of(onlyWireKnowsTheProtocol(), onlyFewKnowTheSdk(), noSpringBoot(), noEmptyNames(),
				noStaticState(), noCycles(), NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS, columnsAreFinal());
	}

	private static ArchRule columnsAreFinal() {
		return classes().that()
			.arePublic()
			.and()
			.areNotInterfaces()
			.and()
			.doNotHaveModifier(JavaModifier.ABSTRACT)
			.and()
			.areNotAssignableTo(RuntimeException.class)
			.and()
			.resideInAnyPackage("..model..", "..wire..", "..connection..", "..query..", "..convert..", "..admin..",
					"..write..", "..execution..")
			.should()
			.haveModifier(JavaModifier.FINAL)
			.as("public classes are final until somebody needs them otherwise");
	}

	@ParameterizedTest
	@MethodSource("directions")
	void packagesKnowOnlyWhatIsBelow(ArchRule rule) {
		rule.check(MAIN);
	}

	@ParameterizedTest
	@MethodSource("laws")
	void codeFollowsTheLaws(ArchRule rule) {
		rule.check(MAIN);
	}

	@Test
	void everyPackageHasItsDirections() {
		assertThat(MAIN.stream().map(JavaClass::getPackageName).distinct()).allMatch((name) -> name.startsWith(BASE))
			.hasSize(PACKAGES.size());
	}

	@Test
	void packagesHaveAtMost45Files() throws IOException {
		Map<Path, Long> files = sources().stream()
			.collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
		assertThat(files).isNotEmpty()
			.allSatisfy((folder, count) -> assertThat(count).as("%s", folder).isLessThanOrEqualTo(45));
	}

	@Test
	void filesHaveAtMost320Lines() throws IOException {
		assertThat(sources()).isNotEmpty().allSatisfy((file) -> {
			try (Stream<String> lines = Files.lines(file)) {
				assertThat(lines.count()).as("%s", file).isLessThanOrEqualTo(320);
			}
		});
	}

	@Test
	void noTwoClassesHaveNamesThatDifferByAnS() {
		Map<String, List<String>> names = MAIN.stream()
			.filter(JavaClass::isTopLevelClass)
			.map(JavaClass::getSimpleName)
			.filter((name) -> !name.equals("package-info"))
			.collect(Collectors.groupingBy((name) -> name.replaceAll("s(?=[A-Z]|$)", "")));
		assertThat(names.values()).allSatisfy((alike) -> assertThat(alike).hasSize(1));
	}

	private static List<Path> sources() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList();
		}
	}

	@Test
	void violationsAreFound() {
		JavaClasses violating = new ClassFileImporter().importPackages(BASE + "architecture.violating");
		for (ArchRule rule : List.of(onlyWireKnowsTheProtocol(), onlyFewKnowTheSdk(), noEmptyNames(), noStaticState(),
				NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS)) {
			assertThat(rule.evaluate(violating).hasViolation()).as(rule.getDescription()).isTrue();
		}
	}

	@Test
	void aStepUpwardIsFound() {
		JavaClasses violating = new ClassFileImporter()
			.importPackages("io.github.milvusspring.data.architecture.violating");
		ArchRule rule = noClasses().that()
			.resideInAPackage(BASE + "architecture.violating.mapping")
			.should()
			.dependOnClassesThat(resideInAPackage(BASE + "architecture.violating.core"));
		assertThat(rule.evaluate(violating).hasViolation()).isTrue();
		assertThat(noCycles().evaluate(violating).hasViolation()).isTrue();
	}

}
