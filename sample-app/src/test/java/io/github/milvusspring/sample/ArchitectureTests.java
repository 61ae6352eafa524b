package io.github.milvusspring.sample;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * The sample uses only packages that are meant for applications.
 */
class ArchitectureTests {

	@Test
	void internalPackagesAreNotUsed() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.github.milvusspring.data.wire..", "io.github.milvusspring.data.execution..",
					"io.github.milvusspring.data.mapping.type..", "io.github.milvusspring.data.repository.support..")
			.check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
				.importPackages("io.github.milvusspring.sample"));
	}

}
