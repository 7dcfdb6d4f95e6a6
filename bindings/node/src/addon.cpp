#include <napi.h>

#include <memory>

#include "bigquery.hpp"
#include "contact_records.hpp"
#include "doors.hpp"
#include "dynamodb.hpp"
#include "environment.hpp"
#include "errand.hpp"
#include "ledger.hpp"
#include "reconciler.hpp"
#include "records.hpp"

namespace denwaban::node {

namespace {

Napi::Object start(Napi::Env env, Napi::Object exports) {
    add_doors(env, exports);
    auto& environment = Environment::of(env);
    environment.call_facts = Napi::Persistent(CallFactsHandle::define(env));
    environment.contact_record_stream = Napi::Persistent(ContactRecordStreamHandle::define(env));
    environment.reconciler = Napi::Persistent(ReconcilerHandle::define(env));
    environment.errand = Napi::Persistent(ErrandHandle::define(env));
    environment.ledger = Napi::Persistent(LedgerHandle::define(env));
    environment.dynamodb_exchange = Napi::Persistent(DynamoDbExchangeHandle::define(env));
    environment.dynamodb_errand = Napi::Persistent(DynamoDbErrandHandle::define(env));
    environment.dynamodb_export = Napi::Persistent(DynamoDbExportHandle::define(env));
    environment.dynamodb_import = Napi::Persistent(DynamoDbImportHandle::define(env));
    environment.readers = std::make_shared<Workers>(env, 4);
    environment.writers = std::make_shared<Workers>(env, 16);

    exports.Set("callFacts", Napi::Function::New<CallFactsHandle::make>(env));
    exports.Set("callFactsFromJson", Napi::Function::New<CallFactsHandle::from_json>(env));
    exports.Set("readContactRecord", Napi::Function::New<read_contact_record>(env));
    exports.Set("readKinesisContactRecords", Napi::Function::New<read_kinesis_contact_records>(env));
    exports.Set("readDeliveredEvents", Napi::Function::New<read_delivered_events>(env));
    exports.Set("isRedacted", Napi::Function::New<is_redacted_key>(env));
    exports.Set("batchItemFailures", Napi::Function::New<batch_item_failures>(env));
    exports.Set("contactRecordStream", Napi::Function::New<ContactRecordStreamHandle::make>(env));
    exports.Set("reconciler", Napi::Function::New<ReconcilerHandle::make>(env));
    exports.Set("bigQuerySchema", Napi::Function::New<bigquery_schema>(env));
    exports.Set("bigQueryDescriptor", Napi::Function::New<bigquery_descriptor>(env));
    exports.Set("bigQueryTableSql", Napi::Function::New<bigquery_table_sql>(env));
    exports.Set("bigQueryFiguresSql", Napi::Function::New<bigquery_figures_sql>(env));
    exports.Set("bigQueryMergeSql", Napi::Function::New<bigquery_merge_sql>(env));
    exports.Set("bigQueryStitchSql", Napi::Function::New<bigquery_stitch_sql>(env));
    exports.Set("bigQueryStates", Napi::Function::New<bigquery_states>(env));
    exports.Set("bigQueryAgentDaysSql", Napi::Function::New<bigquery_agent_days_sql>(env));
    exports.Set("bigQueryReconcileSql", Napi::Function::New<bigquery_reconcile_sql>(env));
    exports.Set("bigQueryResultsSql", Napi::Function::New<bigquery_results_sql>(env));
    exports.Set("answerRecords", Napi::Function::New<answer_records>(env));
    exports.Set("bookingsCsv", Napi::Function::New<bookings_csv>(env));
    exports.Set("changesFromStream", Napi::Function::New<changes_from_stream>(env));
    exports.Set("errand", Napi::Function::New<ErrandHandle::from_json>(env));
    exports.Set("toolsJson", Napi::Function::New<tools_json>(env));
    exports.Set("openLedger", Napi::Function::New<LedgerHandle::open>(env));
    exports.Set("dynamoDbRead", Napi::Function::New<DynamoDbExchangeHandle::read>(env));
    exports.Set("dynamoDbQuery", Napi::Function::New<DynamoDbExchangeHandle::query>(env));
    exports.Set("dynamoDbCommit", Napi::Function::New<DynamoDbExchangeHandle::commit>(env));
    exports.Set("dynamoDbErrand", Napi::Function::New<DynamoDbErrandHandle::begin>(env));
    exports.Set("dynamoDbExport", Napi::Function::New<DynamoDbExportHandle::begin>(env));
    exports.Set("dynamoDbImport", Napi::Function::New<DynamoDbImportHandle::begin>(env));
    exports.Set("dynamoDbTableDefinition", Napi::Function::New<dynamodb_table_definition>(env));
    exports.Set("dynamoDbTimeToLive", Napi::Function::New<dynamodb_time_to_live>(env));
    return exports;
}

}  // namespace

}  // namespace denwaban::node

using denwaban::node::start;
NODE_API_MODULE(denwaban, start)
