package io.github.milvusspring.readme;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * The snippets of the pages use only packages that are meant for applications.
 */
class ArchitectureTests {

	@Test
	void snippetsUseNoInternalPackages() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.github.milvusspring.data.wire..", "io.github.milvusspring.data.execution..",
					"io.github.milvusspring.data.mapping.type..")
			.check(new ClassFileImporter().importPackages("io.github.milvusspring.readme",
					"io.github.milvusspring.journeys", "io.github.milvusspring.plants",
					"io.github.milvusspring.schemapage"));
	}

}
