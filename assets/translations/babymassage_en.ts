<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ChartDates</name>
    <message numerus="yes">
        <source>%n minute(s) of %1</source>
        <translation>
            <numerusform>%n minute of %1</numerusform>
            <numerusform>%n minutes of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n massage(s)</source>
        <translation>
            <numerusform>%n massage</numerusform>
            <numerusform>%n massages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckInWords</name>
    <message numerus="yes">
        <source>%n tap(s) to go.</source>
        <translation>
            <numerusform>One tap to go.</numerusform>
            <numerusform>%n taps to go.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChooserPage</name>
    <message numerus="yes">
        <source>“%1” and %n more open on %2.</source>
        <translation>
            <numerusform>“%1” and %n more open on %2.</numerusform>
            <numerusform>“%1” and %n more open on %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComfortWords</name>
    <message numerus="yes">
        <source>%n early end(s)</source>
        <translation>
            <numerusform>%n early end</numerusform>
            <numerusform>%n early ends</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataWords</name>
    <message numerus="yes">
        <source>%n massage(s)</source>
        <translation>
            <numerusform>%n massage</numerusform>
            <numerusform>%n massages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n baby(s) will be added.</source>
        <translation>
            <numerusform>%n baby will be added.</numerusform>
            <numerusform>%n babies will be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) will be added.</source>
        <translation>
            <numerusform>%n session will be added.</numerusform>
            <numerusform>%n sessions will be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) will be corrected; how they were is kept.</source>
        <translation>
            <numerusform>%n session will be corrected; how it was is kept.</numerusform>
            <numerusform>%n sessions will be corrected; how they were is kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) and feed(s) will be added.</source>
        <translation>
            <numerusform>%n answer or feed will be added.</numerusform>
            <numerusform>%n answers and feeds will be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) are here already.</source>
        <translation>
            <numerusform>%n entry is here already.</numerusform>
            <numerusform>%n entries are here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) are newer here and stay.</source>
        <translation>
            <numerusform>%n session is newer here and stays.</numerusform>
            <numerusform>%n sessions are newer here and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) still run elsewhere or are of no baby; they are left out.</source>
        <translation>
            <numerusform>%n entry still runs elsewhere or is of no baby; it is left out.</numerusform>
            <numerusform>%n entries still run elsewhere or are of no baby; they are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more row(s) that cannot be read.</source>
        <translation>
            <numerusform>And %n more row that cannot be read.</numerusform>
            <numerusform>And %n more rows that cannot be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayRoom</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) a day</source>
        <translation>
            <numerusform>%n time a day</numerusform>
            <numerusform>%n times a day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message numerus="yes">
        <source>%n massage(s)</source>
        <translation>
            <numerusform>%n massage</numerusform>
            <numerusform>%n massages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) now</source>
        <translation>
            <numerusform>%n minute now</numerusform>
            <numerusform>%n minutes now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message numerus="yes">
        <source>%n more below.</source>
        <comment>questions</comment>
        <translation>
            <numerusform>%n more below.</numerusform>
            <numerusform>%n more below.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>Born %n week(s) early</source>
        <translation>
            <numerusform>Born %n week early</numerusform>
            <numerusform>Born %n weeks early</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LengthWords</name>
    <message numerus="yes">
        <source>All of its moves take %n minute(s).</source>
        <translation>
            <numerusform>All of its moves take %n minute.</numerusform>
            <numerusform>All of its moves take %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Two calm days: now only %n part(s).</source>
        <translation>
            <numerusform>Two calm days: now only %n part.</numerusform>
            <numerusform>Two calm days: now only %n parts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n part(s) today: %1 minutes in all.</source>
        <translation>
            <numerusform>In %n part today: %1 minutes in all.</numerusform>
            <numerusform>In %n parts today: %1 minutes in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One more calm one: then %n minutes.</source>
        <translation>
            <numerusform>One more calm one: then %n minute.</numerusform>
            <numerusform>One more calm one: then %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first ones are short: %n minutes.</source>
        <translation>
            <numerusform>The first ones are short: %n minute.</numerusform>
            <numerusform>The first ones are short: %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Two calm sessions: today %n minutes.</source>
        <translation>
            <numerusform>Two calm sessions: today %n minute.</numerusform>
            <numerusform>Two calm sessions: today %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Again %n minutes, on purpose.</source>
        <translation>
            <numerusform>Again %n minute, on purpose.</numerusform>
            <numerusform>Again %n minutes, on purpose.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It ended early: today %n minutes.</source>
        <translation>
            <numerusform>It ended early: today %n minute.</numerusform>
            <numerusform>It ended early: today %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After a break, less: today %n minutes.</source>
        <translation>
            <numerusform>After a break, less: today %n minute.</numerusform>
            <numerusform>After a break, less: today %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After an illness, short: %n minutes.</source>
        <translation>
            <numerusform>After an illness, short: %n minute.</numerusform>
            <numerusform>After an illness, short: %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Held at %n minutes, as you asked.</source>
        <translation>
            <numerusform>Held at %n minute, as you asked.</numerusform>
            <numerusform>Held at %n minutes, as you asked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Less, as you asked: today %n minutes.</source>
        <translation>
            <numerusform>Less, as you asked: today %n minute.</numerusform>
            <numerusform>Less, as you asked: today %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Two calm days: %n minutes in one again.</source>
        <translation>
            <numerusform>Two calm days: %n minute in one again.</numerusform>
            <numerusform>Two calm days: %n minutes in one again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At this age %n minutes are enough.</source>
        <translation>
            <numerusform>At this age %n minute is enough.</numerusform>
            <numerusform>At this age %n minutes are enough.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your limit in Settings: %n minutes.</source>
        <translation>
            <numerusform>Your limit in Settings: %n minute.</numerusform>
            <numerusform>Your limit in Settings: %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This one takes %n minutes at most.</source>
        <translation>
            <numerusform>This one takes %n minute at most.</numerusform>
            <numerusform>This one takes %n minutes at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As last time: %n minutes.</source>
        <translation>
            <numerusform>As last time: %n minute.</numerusform>
            <numerusform>As last time: %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Part %1 of %2, up to %n minutes in all</source>
        <translation>
            <numerusform>Part %1 of %2, up to %n minute in all</numerusform>
            <numerusform>Part %1 of %2, up to %n minutes in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Part %1 of %2, %n minutes in all</source>
        <translation>
            <numerusform>Part %1 of %2, %n minute in all</numerusform>
            <numerusform>Part %1 of %2, %n minutes in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days missed. Ask the doctor: start again?</source>
        <translation>
            <numerusform>%n day missed. Ask the doctor: start again?</numerusform>
            <numerusform>%n days missed. Ask the doctor: start again?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The baby stopped early twice. Parts of %n minutes, two hours apart.</source>
        <translation>
            <numerusform>The baby stopped early twice. Parts of %n minute, two hours apart.</numerusform>
            <numerusform>The baby stopped early twice. Parts of %n minutes, two hours apart.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryLeaves</name>
    <message numerus="yes">
        <source>%n move(s)</source>
        <translation>
            <numerusform>%n move</numerusform>
            <numerusform>%n moves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n minute(s)</source>
        <translation>
            <numerusform>up to %n minute</numerusform>
            <numerusform>up to %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>each at most %n time(s)</source>
        <translation>
            <numerusform>each at most %n time</numerusform>
            <numerusform>each at most %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under “%1”</source>
        <comment>search results, under the name of a list</comment>
        <translation>
            <numerusform>%n under “%1”</numerusform>
            <numerusform>%n under “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryWords</name>
    <message numerus="yes">
        <source>from %n day(s)</source>
        <comment>an age</comment>
        <translation>
            <numerusform>from %n day</numerusform>
            <numerusform>from %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over %n month(s)</source>
        <translation>
            <numerusform>over %n month</numerusform>
            <numerusform>over %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n month(s)</source>
        <translation>
            <numerusform>from %n month</numerusform>
            <numerusform>from %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n move(s)</source>
        <translation>
            <numerusform>%n move</numerusform>
            <numerusform>%n moves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MassageRoom</name>
    <message numerus="yes">
        <source>%n step(s) as you set them.</source>
        <translation>
            <numerusform>%n step as you set it.</numerusform>
            <numerusform>%n steps as you set them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PausedPage</name>
    <message numerus="yes">
        <source>%n move(s) done. A good end.</source>
        <translation>
            <numerusform>%n move done. A good end.</numerusform>
            <numerusform>%n moves done. A good end.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanCard</name>
    <message numerus="yes">
        <source>minute(s)</source>
        <comment>after a large number</comment>
        <translation>
            <numerusform>minute</numerusform>
            <numerusform>minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n move(s)</source>
        <translation>
            <numerusform>%n move</numerusform>
            <numerusform>%n moves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReminderCard</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepetitionsRoom</name>
    <message numerus="yes">
        <source>Planned: %n time(s)</source>
        <translation>
            <numerusform>Planned: %n time</numerusform>
            <numerusform>Planned: %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message numerus="yes">
        <source>massage(s)</source>
        <translation>
            <numerusform>massage</numerusform>
            <numerusform>massages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>day(s)</source>
        <comment>with a massage</comment>
        <translation>
            <numerusform>day</numerusform>
            <numerusform>days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more note(s)</source>
        <translation>
            <numerusform>and %n more note</numerusform>
            <numerusform>and %n more notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowsCard</name>
    <message numerus="yes">
        <source>%n more below</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%n more below</numerusform>
            <numerusform>%n more below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionRoom</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SharingWords</name>
    <message numerus="yes">
        <source>%n massage(s) came from another computer.</source>
        <translation>
            <numerusform>%n massage came from another computer.</numerusform>
            <numerusform>%n massages came from another computer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TenDaysCard</name>
    <message numerus="yes">
        <source>%n day(s) missed: ask your doctor whether to start again.</source>
        <translation>
            <numerusform>%n day missed: ask your doctor whether to start again.</numerusform>
            <numerusform>%n days missed: ask your doctor whether to start again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhyLeaf</name>
    <message numerus="yes">
        <source>Stay at %n minutes</source>
        <translation>
            <numerusform>Stay at %n minute</numerusform>
            <numerusform>Stay at %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Less from now on: %n minutes</source>
        <translation>
            <numerusform>Less from now on: %n minute</numerusform>
            <numerusform>Less from now on: %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) of the log cannot be read. They stay in the file.</source>
        <translation>
            <numerusform>%n entry of the log cannot be read. It stays in the file.</numerusform>
            <numerusform>%n entries of the log cannot be read. They stay in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more place(s) are in the notes.</source>
        <translation>
            <numerusform>%n more place is in the notes.</numerusform>
            <numerusform>%n more places are in the notes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) are missing.</source>
        <translation>
            <numerusform>%n session is missing.</numerusform>
            <numerusform>%n sessions are missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WrapUpPage</name>
    <message numerus="yes">
        <source>%n move(s)</source>
        <translation>
            <numerusform>%n move</numerusform>
            <numerusform>%n moves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tomorrow: %n minute(s)</source>
        <translation>
            <numerusform>Tomorrow: %n minute</numerusform>
            <numerusform>Tomorrow: %n minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
