package io.github.milvusspring.data.architecture;

import java.util.List;
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

	static Stream<ArchRule> directions() {
		return Stream.of(only("mapping"), only("query", "mapping"), only("wire", "mapping"),
				only("schema", "wire", "mapping"), only("convert", "wire", "mapping"),
				only("core", "convert", "schema", "query", "wire", "mapping"),
				only("repository", "core", "convert", "schema", "query", "wire", "mapping"),
				only("repository.support", "repository", "core", "convert", "schema", "query", "wire", "mapping"),
				only("repository.config", "repository.support", "repository", "core", "convert", "schema", "query",
						"wire", "mapping"));
	}

	private static ArchRule only(String name, String... allowed) {
		String[] all = { "mapping", "query", "wire", "schema", "convert", "core", "repository", "repository.support",
				"repository.config" };
		String[] forbidden = Stream.of(all)
			.filter((one) -> !one.equals(name) && !List.of(allowed).contains(one))
			.map((one) -> BASE + one)
			.toArray(String[]::new);
		return noClasses().that()
			.resideInAPackage(BASE + name)
			.should()
			.dependOnClassesThat(resideInAnyPackage(forbidden))
			.as("package " + name + " knows only " + List.of(allowed));
	}

	static ArchRule onlyWireKnowsTheProtocol() {
		return noClasses().that()
			.resideOutsideOfPackage("..wire..")
			.should()
			.dependOnClassesThat(
					resideInAnyPackage("io.milvus.grpc..", "io.milvus.shaded..", "com.google.protobuf..", "io.grpc.."))
			.as("only wire knows gRPC and protobuf");
	}

	static ArchRule onlyFewKnowTheSdk() {
		return noClasses().that()
			.resideOutsideOfPackages("..wire..", "..schema..")
			.and()
			.doNotHaveFullyQualifiedName(BASE + "core.MilvusClientCallback")
			.and()
			.doNotHaveFullyQualifiedName(BASE + "core.MilvusTemplate")
			.and()
			.doNotHaveFullyQualifiedName(BASE + "core.MilvusOperations")
			.should()
			.dependOnClassesThat(resideInAPackage("io.milvus.."))
			.as("only schema, wire and the callback know the SDK");
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
			.resideInAnyPackage("..wire..", "..query..", "..convert..", "..schema..")
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
			.hasSize((int) directions().count());
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
