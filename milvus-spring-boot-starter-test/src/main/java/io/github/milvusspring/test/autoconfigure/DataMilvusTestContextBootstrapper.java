package io.github.milvusspring.test.autoconfigure;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/**
 * Bootstraps the test context of a {@link DataMilvusTest}.
 */
class DataMilvusTestContextBootstrapper extends TestSliceTestContextBootstrapper<DataMilvusTest> {

}
