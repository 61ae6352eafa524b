package io.github.milvusspring.autoconfigure;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTests {

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(ArchitectureTests.class.getPackageName());

	@Test
	void protocolStaysInTheDataModule() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.milvus.grpc..", "io.milvus.shaded..", "com.google.protobuf..")
			.check(this.classes);
	}

	@Test
	void internalPackagesOfTheDataModuleAreNotUsed() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.github.milvusspring.data.wire..", "io.github.milvusspring.data.execution..",
					"io.github.milvusspring.data.mapping.type..")
			.check(this.classes);
	}

	@Test
	void packagesHaveNoCycles() {
		slices().matching("io.github.milvusspring.(**)").should().beFreeOfCycles().check(this.classes);
	}

}
